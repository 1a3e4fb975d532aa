package dev.throughline.desktop.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A day as people write it in a field: 23 Nov 2026, 23.11.2026 or 2026-11-23. */
public final class DayWords {
  private static final DateTimeFormatter SHOWN = pattern("d MMM uuuu");
  private static final DateTimeFormatter SHORT = pattern("d MMM");
  private static final List<DateTimeFormatter> READ =
      List.of(
          SHOWN,
          pattern("d MMMM uuuu"),
          pattern("d.M.uuuu"),
          pattern("d/M/uuuu"),
          DateTimeFormatter.ISO_LOCAL_DATE);

  private DayWords() {}

  public static String shown(LocalDate day) {
    return SHOWN.format(day);
  }

  /** A day beside others: without its year when that is this year's. */
  public static String shown(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? SHORT.format(day) : shown(day);
  }

  /** Empty when the words are no day. */
  public static Optional<LocalDate> read(String words) {
    for (DateTimeFormatter format : READ) {
      try {
        return Optional.of(LocalDate.parse(words.strip(), format));
      } catch (DateTimeException _) {
        // Another way of writing may fit.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }
}
