package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as a person says them: 09:31 today, Mon 09:31 this week, 8 Sep before. */
public record ShownTime(InstantSource clock, ZoneId zone) {
  private static final DateTimeFormatter TODAY = format("HH:mm");
  private static final DateTimeFormatter THIS_WEEK = format("EEE HH:mm");
  private static final DateTimeFormatter THIS_YEAR = format("d MMM");
  private static final DateTimeFormatter BEFORE = format("d MMM yyyy");
  private static final int DAYS_OF_WEEK = 7;

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** The point in time, seen from now. */
  public String at(long millis) {
    ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
    ZonedDateTime now = clock.instant().atZone(zone);
    if (time.toLocalDate().equals(now.toLocalDate())) {
      return TODAY.format(time);
    }
    boolean isThisWeek =
        time.isBefore(now) && time.toLocalDate().isAfter(now.toLocalDate().minusDays(DAYS_OF_WEEK));
    if (isThisWeek) {
      return THIS_WEEK.format(time);
    }
    return (time.getYear() == now.getYear() ? THIS_YEAR : BEFORE).format(time);
  }

  /** A point in time to come: 18:40 today, Sun 18:40 within a week, 8 Dec after. */
  public String until(long millis) {
    ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
    ZonedDateTime now = clock.instant().atZone(zone);
    boolean isNear =
        time.isAfter(now)
            && !time.toLocalDate().equals(now.toLocalDate())
            && time.toLocalDate().isBefore(now.toLocalDate().plusDays(DAYS_OF_WEEK));
    return isNear ? THIS_WEEK.format(time) : at(millis);
  }

  /** How long ago, in the two units that matter: now, 41 min, 1 h 02, 3 days. */
  public String age(long sinceMillis) {
    Duration age = Duration.ofMillis(Math.max(0, clock.millis() - sinceMillis));
    if (age.toMinutes() == 0) {
      return Texts.text("outbox.age.now");
    }
    if (age.toHours() == 0) {
      return Texts.text("outbox.age.minutes", age.toMinutes());
    }
    return age.toDays() == 0
        ? Texts.text(
            "outbox.age.hours",
            age.toHours(),
            String.format(Locale.ROOT, "%02d", age.toMinutesPart()))
        : Texts.count("outbox.age.days", age.toDays());
  }
}
