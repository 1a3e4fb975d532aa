package dev.throughline.desktop.library;

import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Files on their way in, one after the other on a thread of their own, so that saves never wait for
 * them. UI thread.
 */
public final class ImportViewModel {
  /** Files taken at once; more are refused with a sentence, before anything begins. */
  static final int FILES_MAX = 200;

  private final FileImport files;
  private final Background background;
  private final UiThread ui;
  private final ObservableList<RunningTask> tasks;
  private final Consumer<Toast> toasts;
  private final ExportViewModel exports;
  private final ObservableList<ImportJob> jobs = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private Optional<RunningTask> task = Optional.empty();

  public ImportViewModel(
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
    this.exports = new ExportViewModel(files, background, ui, tasks, toasts, questions);
  }

  /** Exports and imports sound too from now on. */
  public void use(SoundFiles sound) {
    files.use(sound);
  }

  /** One line a file, in the order they came; finished ones stay until they are closed. */
  ObservableList<ImportJob> jobs() {
    return jobs;
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the lines are on the screen; a toast tells of the end only while they are not. */
  BooleanProperty watchedProperty() {
    return watched;
  }

  /** Takes files in; new interviews go into the study. */
  public void take(List<Path> chosen, Optional<RecordId> intoStudy) {
    if (chosen.size() > FILES_MAX) {
      toasts.accept(
          Toast.failed(
              Texts.text("library.import.tooMany", chosen.size()),
              Texts.text("library.import.tooMany.detail", FILES_MAX)));
      return;
    }
    if (!running.get()) {
      jobs.clear();
    }
    chosen.forEach(file -> jobs.add(new ImportJob(file, intoStudy)));
    if (!running.get() && !jobs.isEmpty()) {
      running.set(true);
      RunningTask shown =
          new RunningTask(
              Texts.count("library.import.task", jobs.size()), Optional.of(this::cancel));
      task = Optional.of(shown);
      tasks.add(shown);
      next();
    }
  }

  /** Stops what has not been read yet; what is in stays in. */
  void cancel() {
    jobs.forEach(ImportJob::cancel);
  }

  /** Takes the lines away. */
  void close() {
    if (!running.get()) {
      jobs.clear();
    }
  }

  private void next() {
    Optional<ImportJob> waiting =
        jobs.stream()
            .filter(job -> job.stageProperty().get() == ImportJob.Stage.WAITING)
            .findFirst();
    if (waiting.isEmpty()) {
      end();
      return;
    }
    ImportJob job = waiting.get();
    job.begin();
    advance(job, 0);
    background.loop("import", () -> run(job));
  }

  /** Whatever happens to one file, the next one gets its turn. */
  private void run(ImportJob job) {
    ImportOutcome outcome =
        new ImportOutcome.Refused("IMP-20", Texts.text("library.import.broke", job.name()));
    try {
      outcome =
          files.take(
              job.file(), job.study(), job.readProgress(done -> ui.run(() -> advance(job, done))));
    } finally {
      ImportOutcome result = outcome;
      ui.run(
          () -> {
            job.finish(result);
            if (result instanceof ImportOutcome.Folder(var inside)) {
              int after = jobs.indexOf(job) + 1;
              jobs.addAll(
                  after, inside.stream().map(file -> new ImportJob(file, job.study())).toList());
            }
            next();
          });
    }
  }

  private void advance(ImportJob job, double done) {
    job.advance(done);
    long finished = jobs.stream().filter(ImportJob::isFinished).count();
    task.ifPresent(
        shown -> {
          shown.progressProperty().set((finished + done) / jobs.size());
          shown
              .detailProperty()
              .set(Texts.text("library.import.progress", finished + 1, jobs.size()));
        });
  }

  private void end() {
    running.set(false);
    task.ifPresent(tasks::remove);
    task = Optional.empty();
    if (!watched.get()) {
      toasts.accept(ImportWords.toast(jobs));
    }
  }

  /** The way out. */
  public ExportViewModel exports() {
    return exports;
  }
}
