package dev.throughline.desktop.interview;

import dev.throughline.desktop.platform.FileName;
import dev.throughline.desktop.transcript.ImportProgress;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Transcript files on their way into one interview, one after the other on a thread of their own,
 * so that saves never wait for them. UI thread only.
 */
final class SessionImport {
  /** Files taken at once; more than one interview can want. */
  static final int FILES_MAX = 20;

  private static final double READING_SHARE = 0.3;

  private final SessionParts parts;
  private final SessionExits exits;
  private final RecordId interview;
  private final ObservableList<PartlyImported> partly = FXCollections.observableArrayList();
  private final Deque<Path> waiting = new ArrayDeque<>();
  private Optional<RunningTask> task = Optional.empty();

  SessionImport(SessionParts parts, SessionExits exits, RecordId interview) {
    this.parts = parts;
    this.exits = exits;
    this.interview = interview;
  }

  /** A file that is in, but for some lines. */
  record PartlyImported(String file, ImportResult.Imported result) {}

  /** Files of which something was left out, until the person has seen it. */
  ObservableList<PartlyImported> partly() {
    return partly;
  }

  void take(List<Path> files) {
    if (files.size() > FILES_MAX) {
      exits
          .toasts()
          .accept(
              Toast.failed(
                  Texts.text("session.import.many", files.size()),
                  Texts.text("session.import.many.detail", FILES_MAX)));
      return;
    }
    waiting.addAll(files);
    if (task.isEmpty()) {
      next();
    }
  }

  private void next() {
    Path file = waiting.poll();
    if (file == null) {
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    RunningTask shown =
        new RunningTask(
            Texts.text("session.import.task", name(file)), Optional.of(() -> cancel(stop)));
    task = Optional.of(shown);
    exits.tasks().add(shown);
    parts.background().loop("import", () -> run(file, shown, stop));
  }

  private void cancel(AtomicBoolean stop) {
    waiting.clear();
    stop.set(true);
  }

  private void run(Path file, RunningTask shown, AtomicBoolean stop) {
    ImportResult result =
        new ImportResult.Refused(0, "IMP-20", Texts.text("session.import.broke", name(file)));
    try {
      LocalDate today = LocalDate.now(parts.clock());
      ImportResult done =
          parts
              .transcripts()
              .importFile(file, Optional.of(interview), today, progress(shown, stop));
      if (done instanceof ImportResult.Imported imported) {
        parts.undo().rememberNew(Texts.text("session.import.step"), imported.transcript());
      }
      result = done;
    } finally {
      ImportResult end = result;
      parts.ui().run(() -> finish(file, shown, end));
    }
  }

  private ImportProgress progress(RunningTask shown, AtomicBoolean stop) {
    return new ImportProgress() {
      private int told;

      @Override
      public void bytesRead(long bytes, long bytesInAll) {
        tell(bytesInAll > 0 ? READING_SHARE * bytes / bytesInAll : 0);
      }

      @Override
      public void turnsSaved(int turns, int turnsInAll) {
        tell(READING_SHARE + (1 - READING_SHARE) * turns / turnsInAll);
      }

      @Override
      public boolean isCancelled() {
        return stop.get();
      }

      private void tell(double done) {
        int percent = (int) (100 * done);
        if (percent > told) {
          told = percent;
          parts
              .ui()
              .run(
                  () -> {
                    shown.progressProperty().set(done);
                    shown.detailProperty().set(Texts.text("session.import.percent", percent));
                  });
        }
      }
    };
  }

  private void finish(Path file, RunningTask shown, ImportResult result) {
    exits.tasks().remove(shown);
    task = Optional.empty();
    exits.toasts().accept(toast(name(file), result));
    if (result instanceof ImportResult.Imported imported && !imported.leftOut().isEmpty()) {
      partly.add(new PartlyImported(name(file), imported));
    }
    next();
  }

  private static Toast toast(String file, ImportResult result) {
    return switch (result) {
      case ImportResult.Imported imported when imported.leftOut().isEmpty() ->
          Toast.done(Texts.text("session.import.done", file), turns(imported));
      case ImportResult.Imported imported ->
          new Toast(
              Toast.Kind.ATTENTION,
              Texts.text("session.import.partly", file),
              Texts.count("session.import.leftOut", imported.leftOut().size(), turns(imported)),
              List.of());
      case ImportResult.Refused(int _, String code, String sentence) ->
          refused(file, sentence, code);
      case ImportResult.Cancelled() -> Toast.done(Texts.text("session.import.stopped", file), "");
      case ImportResult.NotSaved(String code, String sentence) -> refused(file, sentence, code);
    };
  }

  /** The title says what the sentence begins with. */
  private static Toast refused(String file, String sentence, String code) {
    String title = Texts.text("session.import.refused", file);
    String rest = sentence.replace("“" + file + "” was not imported. ", "");
    return Toast.failed(title, Texts.text("interviews.withCode", rest, code));
  }

  private static String turns(ImportResult.Imported imported) {
    return Texts.count("session.import.turns", imported.turns());
  }

  private static String name(Path file) {
    return FileName.shown(file);
  }
}
