package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How Home names interviews and what they have. */
final class HomeWords {
  private static final int WEEK_DAYS = 7;
  private static final DateTimeFormatter WEEKDAY_TIME =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

  private HomeWords() {}

  static String title(InterviewRow row) {
    String title = row.interview().title();
    return title.isBlank() ? Texts.text("interviews.untitled") : title;
  }

  /** What was written and said: "notes, 62 turns"; empty when nothing was. */
  static String contents(InterviewRow row) {
    if (row.segments() == 0) {
      return row.hasNotes() ? Texts.text("home.has.notes") : "";
    }
    String turns = Texts.count("home.has.turns", row.segments());
    return row.hasNotes() ? Texts.text("home.has.both", turns) : turns;
  }

  /** The second line of a row: "P-07, notes, 62 turns"; nobody is named twice. */
  static String second(InterviewRow row) {
    String contents = contents(row).isEmpty() ? Texts.text("home.has.nothing") : contents(row);
    String who = row.participant();
    return who.isBlank() || title(row).contains(who)
        ? contents
        : Texts.text("home.who.has", who, contents);
  }

  static String lacks(Gap gap) {
    return Texts.text("interviews.gap." + gap.name().toLowerCase(Locale.ROOT));
  }

  /** The key that opens what a well counts. */
  static String key(Gap gap) {
    return Texts.text("home.debt.key." + gap.name().toLowerCase(Locale.ROOT));
  }

  /** A moment in the head of a section: 09:12 today, Friday 17:40 this week, 8 Sep before. */
  static String since(long millis, Clock clock) {
    ZonedDateTime then = Instant.ofEpochMilli(millis).atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    LocalDate day = then.toLocalDate();
    boolean isThisWeek = day.isBefore(today) && day.isAfter(today.minusDays(WEEK_DAYS));
    return isThisWeek ? WEEKDAY_TIME.format(then) : WhenWords.moment(millis, clock);
  }
}
