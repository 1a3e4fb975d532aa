package dev.throughline.desktop.ui;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people write it in a field: 9:30, 09.30, 0930, 14h or 2 pm. */
public final class TimeWords {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final Pattern READ =
      Pattern.compile("(\\d{1,2})(?:\\s*[:.h]?\\s*([0-5]\\d))?\\s*h?\\s*(am|pm)?");
  private static final int NOON = 12;

  private TimeWords() {}

  public static String shown(LocalTime time) {
    return SHOWN.format(time);
  }

  /** Empty when the words are no time of day. */
  public static Optional<LocalTime> read(String words) {
    Matcher match = READ.matcher(words.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(match.group(1));
    int minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    boolean isHalf = match.group(3) != null;
    if (isHalf && (hour < 1 || hour > NOON)) {
      return Optional.empty();
    }
    int shift = "pm".equals(match.group(3)) ? NOON : 0;
    try {
      return Optional.of(LocalTime.of(isHalf ? hour % NOON + shift : hour, minute));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
