package dev.throughline.desktop.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
  private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final List<String> done = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private final Activity activity = new Activity(tasks, toasts, () -> now);

  private static Toast plain(String title) {
    return Toast.done(title, "");
  }

  private Toast undoable() {
    return Toast.undoable("Moved", "", new Toast.Action("Undo", () -> done.add("undo")));
  }

  @Test
  void everyToastIsShownAndKeptNewestFirst() {
    activity.tell(plain("one"));
    activity.tell(plain("two"));
    toasts.clear();
    assertThat(activity.notices())
        .extracting(notice -> notice.toast().title())
        .containsExactly("two", "one");
  }

  @Test
  void undoWorksOnceWhereverItIsPressed() {
    activity.tell(undoable());
    Notice notice = activity.notices().getFirst();
    assertThat(notice.actions()).hasSize(1);
    toasts.getFirst().actions().getFirst().run().run();
    assertThat(done).containsExactly("undo");
    assertThat(notice.actions()).isEmpty();
    notice.toast().actions().getFirst().run().run();
    assertThat(done).containsExactly("undo");
  }

  @Test
  void undoGoesWhenItNoLongerHolds() {
    boolean[] holds = {true};
    activity.tell(
        Toast.undoable(
            "Moved", "", new Toast.Action("Undo", () -> done.add("undo"), () -> holds[0])));
    Notice notice = activity.notices().getFirst();
    assertThat(notice.actions()).hasSize(1);
    holds[0] = false;
    assertThat(notice.actions()).isEmpty();
    toasts.getFirst().actions().getFirst().run().run();
    assertThat(done).isEmpty();
  }

  @Test
  void clearingLeavesFailuresWhichAreDismissedOneByOne() {
    activity.tell(Toast.failed("Not saved", "SAV-01"));
    activity.tell(plain("fine"));
    activity.clear();
    assertThat(activity.notices()).hasSize(1);
    activity.dismiss(activity.notices().getFirst());
    assertThat(activity.notices()).isEmpty();
    assertThat(toasts).extracting(Toast::title).containsExactly("fine");
  }

  @Test
  void endlessNoticesKeepTheFailures() {
    activity.tell(Toast.failed("Not saved", "SAV-01"));
    for (int i = 0; i < Activity.NOTICES_MAX * 2; i++) {
      activity.tell(plain("fine " + i));
    }
    assertThat(activity.notices()).hasSize(Activity.NOTICES_MAX);
    assertThat(activity.notices().getLast().isFailure()).isTrue();
  }

  @Test
  void noticesThatAskForAttentionAreCountedUntilLookedAt() {
    activity.tell(plain("fine"));
    activity.tell(Toast.failed("Not saved", "SAV-01"));
    assertThat(activity.unseenProperty().get()).isEqualTo(1);
    activity.toggle();
    assertThat(activity.unseenProperty().get()).isZero();
    activity.tell(Toast.failed("Not saved", "SAV-01"));
    assertThat(activity.unseenProperty().get()).isZero();
  }

  @Test
  void finishedTasksSayHowTheyEnded() {
    RunningTask whole = new RunningTask("Export", Optional.empty());
    RunningTask stopped = new RunningTask("Import", Optional.of(() -> done.add("stop")));
    tasks.addAll(whole, stopped);
    stopped.cancel().orElseThrow().run();
    now = now.plusSeconds(90);
    tasks.clear();
    assertThat(done).containsExactly("stop");
    assertThat(activity.finished())
        .containsExactly(
            new FinishedTask("Import", true, now, Duration.ofSeconds(90)),
            new FinishedTask("Export", false, now, Duration.ofSeconds(90)));
    assertThat(activity.spokenProperty().get()).isEqualTo("Stopped: Import");
  }

  @Test
  void taskSaysPercentItsCountAndTheTimeLeft() {
    RunningTask task = new RunningTask("Import", Optional.empty());
    tasks.add(task);
    task.detailProperty().set("1 of 4");
    assertThat(activity.running().getFirst().wordsProperty().get()).isEqualTo("1 of 4");
    now = now.plusSeconds(60);
    task.progressProperty().set(.25);
    assertThat(activity.running().getFirst().wordsProperty().get())
        .isEqualTo("25 %, 1 of 4, about 3 minutes left");
  }

  @ParameterizedTest
  @CsvSource({
    "4, a moment left",
    "40, less than a minute left",
    "70, about 1 minute left",
    "500, about 8 minutes left",
    "4000, about 1 hour left",
    "20000, about 6 hours left"
  })
  void timeLeftIsSaidInWords(long seconds, String words) {
    assertThat(WatchedTask.timeLeft(Duration.ofSeconds(seconds))).isEqualTo(words);
  }
}
