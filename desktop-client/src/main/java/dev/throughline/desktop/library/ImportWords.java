package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.List;

/** What the person reads of files on their way in. */
final class ImportWords {
  private ImportWords() {}

  /** One sentence on one file; files that came in whole get the shortest. */
  static String line(ImportJob job) {
    return job.outcomeProperty().get().map(ImportWords::line).orElseGet(() -> stage(job));
  }

  private static String line(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Transcript transcript ->
          Texts.count("library.import.turns", transcript.turns());
      case ImportOutcome.Workspace workspace ->
          Texts.count("library.import.records", workspace.records(), workspace.changed());
      case ImportOutcome.Table table ->
          Texts.count("library.import.rows", table.rows(), table.made(), table.changed());
      case ImportOutcome.Folder folder ->
          Texts.count("library.import.inside", folder.files().size());
      case ImportOutcome.Refused(String code, String sentence) ->
          Texts.text("library.withCode", sentence, code);
      case ImportOutcome.Cancelled() -> Texts.text("library.import.cancelled");
    };
  }

  private static String stage(ImportJob job) {
    return switch (job.stageProperty().get()) {
      case WAITING -> Texts.text("library.import.waiting");
      case READING ->
          Texts.text("library.import.reading", Math.round(job.progressProperty().get() * 100));
      case SAVING, FINISHED -> Texts.text("library.import.saving");
    };
  }

  /** What to say at the end to a person who is elsewhere. */
  static Toast toast(List<ImportJob> jobs) {
    long refused = jobs.stream().filter(job -> is(job, ImportOutcome.Refused.class)).count();
    long cancelled = jobs.stream().filter(job -> is(job, ImportOutcome.Cancelled.class)).count();
    long folders = jobs.stream().filter(job -> is(job, ImportOutcome.Folder.class)).count();
    long taken = jobs.size() - refused - cancelled - folders;
    if (refused > 0) {
      return Toast.failed(
          Texts.count("library.import.refused", refused), Texts.text("library.import.look"));
    }
    return taken > 0
        ? Toast.done(Texts.count("library.import.done", taken), "")
        : Toast.done(Texts.text("library.import.cancelled"), "");
  }

  private static boolean is(ImportJob job, Class<? extends ImportOutcome> kind) {
    return job.outcomeProperty().get().filter(kind::isInstance).isPresent();
  }
}
