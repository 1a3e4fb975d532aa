package dev.throughline.desktop.transcript.file;

import java.util.Optional;
import java.util.OptionalLong;

/** The time line above a caption. An end before its start is kept as it is written. */
record Timing(long start, long end) {
  private static final String ARROW = "-->";

  /** Longer lines are words, not times; times, settings and coordinates need far less. */
  private static final int LENGTH_MAX = 1_000;

  /** Whether a line means to be a time line, however broken. */
  static boolean isAttempt(String line, Format format) {
    if (line.length() > LENGTH_MAX) {
      return false;
    }
    String text = line.strip();
    if (!startsWithNumber(text)) {
      return false;
    }
    return format == Format.SBV
        ? text.indexOf(' ') < 0 && colonsAroundComma(text)
        : text.contains(ARROW);
  }

  static Optional<Timing> of(String line, Format format) {
    String mark = format == Format.SBV ? "," : ARROW;
    String text = line.strip();
    int at = text.indexOf(mark);
    if (at < 0) {
      return Optional.empty();
    }
    String after = text.substring(at + mark.length()).strip();
    OptionalLong start = TimeText.millis(text.substring(0, at).strip());
    OptionalLong end = TimeText.millis(after.substring(0, endOfWord(after)));
    return start.isPresent() && end.isPresent()
        ? Optional.of(new Timing(start.getAsLong(), end.getAsLong()))
        : Optional.empty();
  }

  private static int endOfWord(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean startsWithNumber(String text) {
    int digit = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.length() > digit && text.charAt(digit) >= '0' && text.charAt(digit) <= '9';
  }

  private static boolean colonsAroundComma(String text) {
    int comma = text.indexOf(',');
    return comma > 0 && text.lastIndexOf(':', comma) > 0 && text.indexOf(':', comma) > 0;
  }
}
