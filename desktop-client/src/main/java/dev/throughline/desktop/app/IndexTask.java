package dev.throughline.desktop.app;

import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.search.IndexProgress;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.RunningTask;
import java.util.List;
import java.util.Optional;

/** Shows among the tasks that the search index is being filled or made anew, and how far it is. */
final class IndexTask {
  /** Fewer records are in the index before anybody could read the line. */
  static final long RECORDS_MIN = 2_000;

  private final List<RunningTask> tasks;
  private final UiThread ui;
  private Optional<RunningTask> shown = Optional.empty();

  IndexTask(List<RunningTask> tasks, UiThread ui) {
    this.tasks = tasks;
    this.ui = ui;
  }

  /** Any thread. */
  void take(IndexProgress progress) {
    ui.run(() -> show(progress));
  }

  private void show(IndexProgress progress) {
    switch (progress.state()) {
      case CURRENT, STOPPED, PAUSED -> {
        shown.ifPresent(tasks::remove);
        shown = Optional.empty();
      }
      case INDEXING -> {
        if (shown.isPresent() || progress.all() - progress.done() >= RECORDS_MIN) {
          tell(shown.orElseGet(this::begin), progress);
        }
      }
    }
  }

  private RunningTask begin() {
    RunningTask task = new RunningTask(Texts.text("app.index.task"), Optional.empty());
    shown = Optional.of(task);
    tasks.add(task);
    return task;
  }

  private static void tell(RunningTask task, IndexProgress progress) {
    task.progressProperty().set(progress.percent() / 100.0);
    task.detailProperty()
        .set(
            Texts.text(
                "app.index.task.detail",
                Texts.number(progress.done()),
                Texts.number(progress.all())));
  }
}
