package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Texts;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Everything the app does and says by itself in this session, in one place: running tasks, finished
 * ones, and every toast that was shown. Only on the thread of the scene.
 */
public final class Activity {
  /** Finished tasks kept; the oldest goes first. */
  static final int FINISHED_MAX = 50;

  /** Notices kept; beyond this the oldest that tells of no failure goes, then the oldest. */
  static final int NOTICES_MAX = 100;

  private final InstantSource clock;
  private final ObservableList<Toast> toasts;
  private final ObservableList<WatchedTask> running = FXCollections.observableArrayList();
  private final ObservableList<FinishedTask> finished = FXCollections.observableArrayList();
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");
  private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper(this, "spoken", "");

  /**
   * @param tasks what runs now; followed
   * @param toasts what is shown at the corner; {@link #tell} adds to it
   */
  public Activity(
      ObservableList<RunningTask> tasks, ObservableList<Toast> toasts, InstantSource clock) {
    this.toasts = toasts;
    this.clock = clock;
    tasks.addListener(this::follow);
    tasks.forEach(task -> running.add(new WatchedTask(task, clock)));
    open.subscribe(
        isOpen -> {
          if (isOpen) {
            unseen.set(0);
          }
        });
  }

  /** Shows a toast and keeps it. */
  public void tell(Toast toast) {
    Notice notice = new Notice(toast, clock.instant());
    notices.addFirst(notice);
    if (notices.size() > NOTICES_MAX) {
      notices.remove(expendable());
    }
    if (!open.get() && toast.kind() != Toast.Kind.DONE) {
      unseen.set(unseen.get() + 1);
    }
    toasts.add(notice.toast());
    spoken.set(sentence(toast));
  }

  private static String sentence(Toast toast) {
    return toast.detail().isEmpty() ? toast.title() : toast.title() + ". " + toast.detail();
  }

  private Notice expendable() {
    return notices.reversed().stream()
        .filter(notice -> !notice.isFailure())
        .findFirst()
        .orElseGet(notices::getLast);
  }

  private void follow(ListChangeListener.Change<? extends RunningTask> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::end);
      change.getAddedSubList().forEach(task -> running.add(new WatchedTask(task, clock)));
    }
  }

  private void end(RunningTask task) {
    List<WatchedTask> ended = running.stream().filter(seen -> seen.task() == task).toList();
    running.removeAll(ended);
    for (WatchedTask seen : ended) {
      FinishedTask done = seen.finished();
      finished.addFirst(done);
      if (finished.size() > FINISHED_MAX) {
        finished.removeLast();
      }
      String key = done.stopped() ? "ui.task.stopped.spoken" : "ui.task.ended.spoken";
      spoken.set(Texts.text(key, done.title()));
    }
  }

  /** Opens the panel, or closes it. */
  public void toggle() {
    open.set(!open.get());
  }

  /** Whether the panel is shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Notices since the panel was last open that ask for attention. */
  ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** What just changed, for people who hear the screen. */
  public ReadOnlyStringProperty spokenProperty() {
    return spoken.getReadOnlyProperty();
  }

  ObservableList<WatchedTask> running() {
    return running;
  }

  /** Newest first. */
  ObservableList<FinishedTask> finished() {
    return finished;
  }

  /** Newest first. */
  ObservableList<Notice> notices() {
    return notices;
  }

  void dismiss(Notice notice) {
    notices.remove(notice);
    toasts.removeIf(shown -> shown == notice.toast());
  }

  /** Takes away what is over: finished tasks, and notices that tell of no failure. */
  public void clear() {
    finished.clear();
    notices.removeIf(notice -> !notice.isFailure());
  }

  InstantSource clock() {
    return clock;
  }
}
