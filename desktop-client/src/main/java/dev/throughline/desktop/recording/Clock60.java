package dev.throughline.desktop.recording;

import dev.throughline.desktop.ui.Texts;
import java.time.Duration;
import java.util.Locale;

/** Places in a recording as people read them: {@code 00:41:12}. */
final class Clock60 {
  private Clock60() {}

  /** Hours, minutes and seconds of so many milliseconds, rounded down. */
  static String shown(long millis) {
    Duration at = Duration.ofMillis(Math.max(0, millis));
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
  }

  /** The same as a screen reader says it. */
  static String spoken(long millis) {
    Duration at = Duration.ofMillis(Math.max(0, millis));
    return at.toHours() == 0
        ? Texts.text("recording.spoken.minutes", at.toMinutesPart(), at.toSecondsPart())
        : Texts.text(
            "recording.spoken.hours", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
  }
}
