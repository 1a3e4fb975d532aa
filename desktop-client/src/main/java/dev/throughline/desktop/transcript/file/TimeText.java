package dev.throughline.desktop.transcript.file;

import java.util.OptionalLong;

/**
 * Times as transcripts write them: {@code 1:02:03}, {@code 02:03.5}, {@code 00:02:03,500}. Hours
 * are optional; minutes and seconds stay below 60, except that minutes without hours may go to 999;
 * anything beyond the limit of times is no time.
 */
final class TimeText {
  private static final int LENGTH_MAX = 24;
  private static final int GROUPS_MAX = 3;
  private static final int LEADING_DIGITS_MAX = 4;
  private static final int FRACTION_DIGITS_MAX = 9;

  private TimeText() {}

  static OptionalLong millis(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return OptionalLong.empty();
    }
    int fractionMark = indexOfFraction(text);
    long seconds = seconds(text.substring(0, fractionMark));
    long fraction = fraction(text, fractionMark);
    long millis = seconds * 1_000 + fraction;
    return seconds < 0 || fraction < 0 || millis > TranscriptLimits.TIME_MILLIS_MAX
        ? OptionalLong.empty()
        : OptionalLong.of(millis);
  }

  private static int indexOfFraction(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != ',') {
      at++;
    }
    return at;
  }

  /** -1 when it is not two or three groups of digits. */
  private static long seconds(String text) {
    String[] groups = text.split(":", GROUPS_MAX + 1);
    if (groups.length < 2 || groups.length > GROUPS_MAX) {
      return -1;
    }
    long total = 0;
    for (int i = 0; i < groups.length; i++) {
      long value = digits(groups[i], i == 0 ? LEADING_DIGITS_MAX : 2);
      boolean isTooMuch = i == 0 ? groups.length == 2 && value > 999 : value > 59;
      if (value < 0 || isTooMuch) {
        return -1;
      }
      total = total * 60 + value;
    }
    return total;
  }

  /** Milliseconds; 0 without a fraction, -1 for one that is not made of digits. */
  private static long fraction(String text, int mark) {
    if (mark == text.length()) {
      return 0;
    }
    String fraction = text.substring(mark + 1);
    return digits(fraction, FRACTION_DIGITS_MAX) < 0
        ? -1
        : digits((fraction + "00").substring(0, 3), 3);
  }

  private static long digits(String text, int countMax) {
    if (text.isEmpty() || text.length() > countMax) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
