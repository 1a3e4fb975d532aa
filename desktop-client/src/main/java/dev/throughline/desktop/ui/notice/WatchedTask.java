package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A running task with the words beside its bar: percent, its own count, and the time left. */
final class WatchedTask {
  /** Before that an estimate is a guess. */
  private static final Duration GUESSES_FOR = Duration.ofSeconds(2);

  private static final double SHARE_MIN = 0.02;

  private final RunningTask task;
  private final InstantSource clock;
  private final Instant since;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

  WatchedTask(RunningTask task, InstantSource clock) {
    this.task = task;
    this.clock = clock;
    this.since = clock.instant();
    task.progressProperty().subscribe(this::say);
    task.detailProperty().subscribe(this::say);
    say();
  }

  RunningTask task() {
    return task;
  }

  /** Such as "62 %, 3 of 4, about 4 min left". */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  FinishedTask finished() {
    Instant now = clock.instant();
    return new FinishedTask(task.title(), task.isStopped(), now, Duration.between(since, now));
  }

  private void say() {
    double share = Math.clamp(task.progressProperty().get(), 0, 1);
    long percent = Math.round(share * 100);
    String own = task.detailProperty().get();
    String shown = share > 0 && !own.contains("%") ? Texts.text("ui.task.percent", percent) : "";
    words.set(
        Stream.of(shown, own, timeLeft(share))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private String timeLeft(double share) {
    Duration past = Duration.between(since, clock.instant());
    if (share < SHARE_MIN || share >= 1 || past.compareTo(GUESSES_FOR) < 0) {
      return "";
    }
    return timeLeft(Duration.ofMillis((long) (past.toMillis() * (1 - share) / share)));
  }

  /** How long still, as a person says it: nobody believes seconds. */
  static String timeLeft(Duration left) {
    if (left.toSeconds() < 10) {
      return Texts.text("ui.task.left.moment");
    }
    if (left.toSeconds() < 50) {
      return Texts.text("ui.task.left.halfMinute");
    }
    long minutes = Math.max(1, Math.round(left.toSeconds() / 60.0));
    return minutes < 60
        ? Texts.count("ui.task.left.minutes", minutes)
        : Texts.count("ui.task.left.hours", Math.max(1, Math.round(minutes / 60.0)));
  }
}
