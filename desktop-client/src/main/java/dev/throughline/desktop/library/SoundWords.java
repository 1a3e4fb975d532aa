package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.RowSound;
import dev.throughline.desktop.ui.Texts;
import java.time.Duration;
import java.util.Locale;

/** Recordings of one interview in a cell: how long, and where they are unless simply here. */
final class SoundWords {
  private SoundWords() {}

  /** Hours, minutes and seconds; nothing while nobody knows. */
  static String length(RowSound sound) {
    Duration length = Duration.ofMillis(sound.millis());
    return length.isZero()
        ? ""
        : String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            length.toHours(),
            length.toMinutesPart(),
            length.toSecondsPart());
  }

  static String place(RowSound sound) {
    return words("library.sound.", sound);
  }

  /** The same as a sentence. */
  static String spoken(RowSound sound) {
    return words("library.sound.spoken.", sound);
  }

  private static String words(String key, RowSound sound) {
    RowSound.At at = sound.at();
    String named = key + at.place().name().toLowerCase(Locale.ROOT);
    return switch (at.place()) {
      case NOWHERE, HERE -> "";
      case SERVER, DAMAGED -> Texts.text(named);
      case SENT, FETCHED, ELSEWHERE ->
          at.percent().isPresent()
              ? Texts.text(named + ".percent", at.percent().getAsInt())
              : Texts.text(named);
    };
  }
}
