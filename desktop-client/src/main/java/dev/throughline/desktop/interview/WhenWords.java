package dev.throughline.desktop.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time as a person says it: 09:31 today, Mon this week, 8 Sep before. */
public final class WhenWords {
  private static final DateTimeFormatter TIME = pattern("HH:mm");
  private static final DateTimeFormatter WEEKDAY = pattern("EEE");
  private static final DateTimeFormatter DAY = pattern("d MMM");
  private static final DateTimeFormatter DAY_AND_YEAR = pattern("d MMM yyyy");
  private static final DateTimeFormatter LONG_DAY = pattern("EEEE d MMMM");
  private static final int WEEK_DAYS = 7;

  private WhenWords() {}

  /** When something happened, seen from now. */
  public static String moment(long millis, Clock clock) {
    LocalDateTime then = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), clock.getZone());
    LocalDate today = LocalDate.now(clock);
    LocalDate day = then.toLocalDate();
    if (day.equals(today)) {
      return TIME.format(then);
    }
    boolean isThisWeek = day.isBefore(today) && day.isAfter(today.minusDays(WEEK_DAYS));
    return isThisWeek ? WEEKDAY.format(day) : day(day, today);
  }

  /** A day in a column: without its year when that is this year's. */
  public static String day(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
  }

  /** Such as "Tuesday 24 November". */
  public static String longDay(LocalDate day) {
    return LONG_DAY.format(day);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
