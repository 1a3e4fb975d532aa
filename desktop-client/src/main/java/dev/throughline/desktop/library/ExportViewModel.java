package dev.throughline.desktop.library;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.open.Media;
import dev.throughline.desktop.exchange.open.OpenExport;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.ByteWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;

/** The workspace on its way out, one export at a time, on a thread of its own. UI thread. */
public final class ExportViewModel {
  /** Names tried for a new folder; a person who has more exports of one day chooses another. */
  private static final int NAMES_MAX = 1_000;

  private final FileImport files;
  private final Background background;
  private final UiThread ui;
  private final ObservableList<RunningTask> tasks;
  private final Consumer<Toast> toasts;
  private final Consumer<Question> questions;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");

  ExportViewModel(
      FileImport files,
      Background background,
      UiThread ui,
      ObservableList<RunningTask> tasks,
      Consumer<Toast> toasts,
      Consumer<Question> questions) {
    this.files = files;
    this.background = background;
    this.ui = ui;
    this.tasks = tasks;
    this.toasts = toasts;
    this.questions = questions;
  }

  /** Whether an export is under way; until it ends no other begins. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /**
   * Writes everything in open formats into a new folder below this one, named after the day. Where
   * there are recordings, says first what of them goes along.
   */
  public void everything(Path folder) {
    if (!files.hasSound()) {
      write(folder);
      return;
    }
    background.loop(
        "export-plan",
        () -> {
          Optional<Media.Plan> plan = files.plan().filter(its -> !its.isEmpty());
          ui.run(
              () ->
                  plan.ifPresentOrElse(
                      its -> questions.accept(question(its, folder)), () -> write(folder)));
        });
  }

  private Question question(Media.Plan plan, Path folder) {
    List<String> lines = new ArrayList<>();
    if (plan.here() > 0) {
      lines.add(Texts.count("library.export.sound", plan.here(), ByteWords.of(plan.bytes())));
    }
    if (plan.elsewhere() > 0) {
      lines.add(
          Texts.count(
              "library.export.sound.elsewhere",
              plan.elsewhere(),
              ByteWords.of(plan.missingBytes())));
    }
    lines.add(Texts.text("library.export.sound.plain"));
    return new Question(
        Texts.text("library.export.ask"),
        lines,
        "",
        new Toast.Action(Texts.text("library.export.yes"), () -> write(folder)),
        Optional.empty());
  }

  private void write(Path folder) {
    AtomicBoolean stop = new AtomicBoolean();
    begin(Optional.of(() -> stop.set(true)), shown -> open(folder, progress(shown, stop)));
  }

  /** Writes the workspace file; a file of that name is replaced only by a whole new one. */
  public void json(Path file) {
    begin(Optional.empty(), _ -> workspace(file));
  }

  /** Work on another thread that ends in a toast. */
  @FunctionalInterface
  private interface Work {
    Toast run(RunningTask shown);
  }

  private void begin(Optional<Runnable> cancel, Work work) {
    if (running.get()) {
      return;
    }
    running.set(true);
    RunningTask shown = new RunningTask(Texts.text("library.export.task"), cancel);
    tasks.add(shown);
    background.loop(
        "export",
        () -> {
          Supplier<Toast> failed = () -> failed(Texts.text("library.export.broke"), "EXP-03");
          Toast toast = null;
          try {
            toast = work.run(shown);
          } finally {
            Toast result = toast == null ? failed.get() : toast;
            ui.run(() -> end(shown, result));
          }
        });
  }

  private void end(RunningTask shown, Toast toast) {
    tasks.remove(shown);
    running.set(false);
    toasts.accept(toast);
  }

  private Toast open(Path folder, Progress progress) {
    return switch (files.writeOpen(fresh(folder), progress)) {
      case OpenExport.Written its ->
          done(
              its.records(),
              Texts.count("library.export.into", its.interviews(), its.target()),
              its.withheld());
      case OpenExport.NotWritten(String code, String sentence) -> failed(sentence, code);
      case OpenExport.Cancelled() -> Toast.done(Texts.text("library.export.stopped"), "");
    };
  }

  /** A name that is free; whether it still is then, the export sees for itself. */
  private Path fresh(Path folder) {
    String name = Texts.text("library.export.folder", files.today());
    Path place = folder.resolve(name);
    for (int i = 2; i < NAMES_MAX && Files.exists(place, LinkOption.NOFOLLOW_LINKS); i++) {
      place = folder.resolve(name + " (" + i + ")");
    }
    return place;
  }

  private Progress progress(RunningTask shown, AtomicBoolean stop) {
    return new Progress() {
      private int told;

      @Override
      public void done(double share) {
        int percent = (int) (100 * share);
        if (percent > told) {
          told = percent;
          ui.run(
              () -> {
                shown.progressProperty().set(share);
                shown.detailProperty().set(Texts.text("library.export.percent", percent));
              });
        }
      }

      @Override
      public boolean isCancelled() {
        return stop.get();
      }
    };
  }

  private Toast workspace(Path file) {
    try {
      Leaving leaving = files.leaving();
      int records = files.write(file, leaving);
      return done(records, file.toString(), leaving.withheld().size());
    } catch (IOException | StoreDamaged e) {
      System.getLogger(ExportViewModel.class.getName())
          .log(System.Logger.Level.WARNING, "the export could not be written", e);
      return failed(Texts.text("library.export.where"), "EXP-03");
    }
  }

  /** What was held back asks for attention: whoever gets the export would miss it. */
  private static Toast done(int records, String where, int withheld) {
    String title = Texts.count("library.export.done", records);
    return withheld == 0
        ? Toast.done(title, where)
        : new Toast(
            Toast.Kind.ATTENTION,
            title,
            Texts.count("library.export.withheld", withheld, where),
            List.of());
  }

  private static Toast failed(String sentence, String code) {
    return Toast.failed(
        Texts.text("library.export.failed"), Texts.text("library.withCode", sentence, code));
  }
}
