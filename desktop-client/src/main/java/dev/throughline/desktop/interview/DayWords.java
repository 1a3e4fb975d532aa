package dev.throughline.desktop.interview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A day as people write it in a field: 23 Nov 2026, 23.11.2026 or 2026-11-23. */
final class DayWords {
  private static final DateTimeFormatter SHOWN = pattern("d MMM uuuu");
  private static final List<DateTimeFormatter> READ =
      List.of(
          SHOWN,
          pattern("d MMMM uuuu"),
          pattern("d.M.uuuu"),
          pattern("d/M/uuuu"),
          DateTimeFormatter.ISO_LOCAL_DATE);

  private DayWords() {}

  static String shown(LocalDate day) {
    return SHOWN.format(day);
  }

  /** Empty when the words are no day. */
  static Optional<LocalDate> read(String words) {
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
