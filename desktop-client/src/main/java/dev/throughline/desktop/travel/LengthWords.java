package dev.throughline.desktop.travel;

import dev.throughline.desktop.ui.Texts;
import java.time.Duration;

/** How long sound is, as people say it: 48 min, 1 h 12 min. */
final class LengthWords {
  private LengthWords() {}

  static String of(long millis) {
    Duration length = Duration.ofMillis(millis).plusSeconds(30);
    return length.toHours() == 0
        ? Texts.text("travel.length.minutes", Math.max(1, length.toMinutes()))
        : Texts.text("travel.length.hours", length.toHours(), length.toMinutesPart());
  }
}
