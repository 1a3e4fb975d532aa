package dev.throughline.desktop.library;

import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.Remark;
import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.exchange.csv.CsvImport;
import dev.throughline.desktop.exchange.csv.CsvResult;
import dev.throughline.desktop.exchange.open.Media;
import dev.throughline.desktop.exchange.open.OpenExport;
import dev.throughline.desktop.exchange.open.OpenImport;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one door for files: a transcript becomes an interview, a table its rows, a workspace export
 * is read back. And the way out. Takes as long as the file is large; any thread but the UI thread.
 */
public final class FileImport {
  /** Parts a share is told in, for those who count bytes. */
  private static final int PARTS = 1_000;

  private final Ledger ledger;
  private final Transcripts transcripts;
  private final Interviews interviews;
  private final UndoLog undo;
  private final Clock clock;
  private final ImportMarks marks;
  private volatile Optional<SoundFiles> sound = Optional.empty();

  public FileImport(
      Ledger ledger,
      Transcripts transcripts,
      Interviews interviews,
      UndoLog undo,
      Clock clock,
      ImportMarks marks) {
    this.ledger = ledger;
    this.transcripts = transcripts;
    this.interviews = interviews;
    this.undo = undo;
    this.clock = clock;
    this.marks = marks;
  }

  /** Imports one file or folder; a new interview goes into the study. */
  ImportOutcome take(Path file, Optional<RecordId> study, ReadProgress progress) {
    if (WorkspaceFile.isOne(file)) {
      return workspace(file, watched(progress));
    }
    Optional<List<Path>> inside = FolderFiles.of(file);
    if (inside.isPresent()) {
      return inside.get().size() > ImportViewModel.FILES_MAX
          ? new ImportOutcome.Refused(
              "IMP-22", Texts.text("library.import.folderTooMany", ImportViewModel.FILES_MAX))
          : new ImportOutcome.Folder(inside.get());
    }
    if (OpenImport.isOne(file)) {
      return open(file, watched(progress));
    }
    return CsvImport.isOne(file)
        ? table(file, watched(progress))
        : transcript(file, study, progress);
  }

  private ImportOutcome transcript(Path file, Optional<RecordId> study, ReadProgress progress) {
    return switch (transcripts.importFile(file, Optional.empty(), LocalDate.now(clock), progress)) {
      case ImportResult.Imported imported -> {
        study.ifPresent(id -> file(imported.interview(), id));
        undo.rememberNew(label(file), imported.interview());
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

  private static String label(Path file) {
    return Texts.text("library.import.step", String.valueOf(file.getFileName()));
  }

  private void file(RecordId interview, RecordId study) {
    interviews.set(interview, Map.of("study", Value.text(study.toString())));
  }

  private ImportOutcome workspace(Path file, Progress progress) {
    try {
      return switch (marks.during(file, () -> WorkspaceFile.read(ledger, file, progress))) {
        case WorkspaceFile.Imported(int records, int changed) ->
            new ImportOutcome.Workspace(records, changed, List.of(), List.of());
        case WorkspaceFile.Refused(int _, String code, String sentence) ->
            new ImportOutcome.Refused(code, sentence);
        case WorkspaceFile.Cancelled() -> new ImportOutcome.Cancelled();
      };
    } catch (IOException _) {
      return new ImportOutcome.Refused("EXP-02", Texts.text("library.import.unreadable"));
    }
  }

  private ImportOutcome open(Path place, Progress progress) {
    try {
      return switch (marks.during(place, () -> OpenImport.read(ledger, media(), place, progress))) {
        case OpenImport.Imported(int records, int changed, var remarks, var editedTables) ->
            new ImportOutcome.Workspace(records, changed, leftOut(remarks), editedTables);
        case OpenImport.Refused(String code, String sentence) ->
            new ImportOutcome.Refused(code, sentence);
        case OpenImport.Cancelled() -> new ImportOutcome.Cancelled();
      };
    } catch (IOException _) {
      return new ImportOutcome.Refused("EXP-02", Texts.text("library.import.unreadable"));
    }
  }

  private ImportOutcome table(Path file, Progress progress) {
    String label = label(file);
    return switch (CsvImport.read(ledger, group -> undo.run(label, group), file, progress, marks)) {
      case CsvResult.Imported(var _, int rows, int made, int changed, var remarks) ->
          new ImportOutcome.Table(rows, made, changed, leftOut(remarks));
      case CsvResult.Refused(int _, int _, String code, String sentence) ->
          new ImportOutcome.Refused(code, sentence);
      case CsvResult.Cancelled() -> new ImportOutcome.Cancelled();
    };
  }

  private static List<LeftOut> leftOut(List<Remark> remarks) {
    return remarks.stream().map(one -> new LeftOut(one.line(), one.sentence())).toList();
  }

  private static Progress watched(ReadProgress progress) {
    return new Progress() {
      @Override
      public void done(double share) {
        progress.bytesRead((long) (share * PARTS), PARTS);
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }

  /** What may leave with the next export. */
  Leaving leaving() {
    return new Leaving(ledger.store(), new Rulings(ledger.store(), clock));
  }

  /** Writes the whole workspace to one file; answers how many records it holds. */
  int write(Path file, Leaving leaving) throws IOException {
    return WorkspaceFile.write(ledger.store(), leaving, file);
  }

  /** Writes the whole workspace in open formats into a new folder or archive. */
  OpenExport.Result writeOpen(Path place, Progress progress) {
    return OpenExport.write(ledger.store(), leaving(), media(), place, progress);
  }

  /** Exports and imports sound too from now on. */
  void use(SoundFiles files) {
    sound = Optional.of(files);
  }

  /** Whether sound goes along, where there is some. */
  boolean hasSound() {
    return sound.isPresent();
  }

  private Optional<Media> media() {
    return sound.map(files -> new Media(files, new Rulings(ledger.store(), clock)));
  }

  /** What the next export would hold of sound; empty when nobody can tell. */
  Optional<Media.Plan> plan() {
    try {
      Optional<Media> media = media();
      return media.isEmpty()
          ? Optional.empty()
          : Optional.of(media.get().plan(ledger.store(), leaving()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
