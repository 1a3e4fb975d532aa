package dev.throughline.desktop.ui;

import java.time.Duration;

/** How long sound is, as people say it: 48 min, 1 h 12 min. */
public final class LengthWords {
  private LengthWords() {}

  /** To the minute, and at least one; {@code millis} in milliseconds. */
  public static String of(long millis) {
    Duration length = Duration.ofMillis(millis).plusSeconds(30);
    return length.toHours() == 0
        ? Texts.text("ui.length.minutes", Math.max(1, length.toMinutes()))
        : Texts.text("ui.length.hours", length.toHours(), length.toMinutesPart());
  }
}
