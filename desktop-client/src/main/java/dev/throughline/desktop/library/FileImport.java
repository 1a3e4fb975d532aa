package dev.throughline.desktop.library;

import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The one door for files: a transcript becomes an interview, a workspace export is read back. And
 * the way out. Takes as long as the file is large; any thread but the UI thread.
 */
public final class FileImport {
  private final Ledger ledger;
  private final Transcripts transcripts;
  private final Interviews interviews;
  private final Clock clock;

  public FileImport(Ledger ledger, Transcripts transcripts, Interviews interviews, Clock clock) {
    this.ledger = ledger;
    this.transcripts = transcripts;
    this.interviews = interviews;
    this.clock = clock;
  }

  /** Imports one file; a new interview goes into the study. */
  ImportOutcome take(Path file, Optional<RecordId> study, ReadProgress progress) {
    return WorkspaceFile.isOne(file) ? workspace(file) : transcript(file, study, progress);
  }

  private ImportOutcome transcript(Path file, Optional<RecordId> study, ReadProgress progress) {
    return switch (transcripts.importFile(file, Optional.empty(), LocalDate.now(clock), progress)) {
      case ImportResult.Imported imported -> {
        study.ifPresent(id -> file(imported.interview(), id));
        yield new ImportOutcome.Transcript(
            imported.interview(), imported.turns(), imported.leftOut());
      }
      case ImportResult.Refused refused ->
          new ImportOutcome.Refused(refused.code(), refused.sentence());
      case ImportResult.NotSaved(String code, String sentence) ->
          new ImportOutcome.Refused(code, sentence);
      case ImportResult.Cancelled() -> new ImportOutcome.Cancelled();
    };
  }

  private void file(RecordId interview, RecordId study) {
    interviews.set(interview, Map.of("study", Value.text(study.toString())));
  }

  private ImportOutcome workspace(Path file) {
    try {
      return switch (WorkspaceFile.read(ledger, file)) {
        case WorkspaceFile.Imported(int records, int changed) ->
            new ImportOutcome.Workspace(records, changed);
        case WorkspaceFile.Refused(int _, String code, String sentence) ->
            new ImportOutcome.Refused(code, sentence);
      };
    } catch (IOException _) {
      return new ImportOutcome.Refused("EXP-02", Texts.text("library.import.unreadable"));
    }
  }

  /** Writes the whole workspace to a file; answers how many records it holds. */
  int write(Path file) throws IOException {
    return WorkspaceFile.write(ledger.store(), file);
  }
}
