package dev.throughline.desktop.find;

import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;
import dev.throughline.desktop.search.HitKind;
import dev.throughline.desktop.search.Hits;
import dev.throughline.desktop.search.IndexProgress;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page says about hits. */
final class FindWords {
  private FindWords() {}

  /** Such as "214 places in 31 interviews"; nothing for none. */
  static String count(Hits hits) {
    if (hits.places() == 0) {
      return "";
    }
    String places = Texts.count("find.places", hits.places());
    return hits.interviews() == 0
        ? places
        : Texts.count("find.interviews", hits.interviews(), places);
  }

  static Optional<String> notice(IndexProgress progress) {
    return switch (progress.state()) {
      case CURRENT -> Optional.empty();
      case INDEXING ->
          Optional.of(
              progress.all() == 0
                  ? Texts.text("find.opening")
                  : Texts.text("find.indexing", progress.percent()));
      case PAUSED -> Optional.of(Texts.text("find.paused", progress.percent()));
      case STOPPED -> Optional.of(Texts.text("find.stopped"));
    };
  }

  static String title(HitGroup group) {
    if (!group.title().isBlank()) {
      return group.title();
    }
    return Texts.text(group.kind() == HitKind.STUDY ? "find.untitled.study" : "find.untitled");
  }

  /** Study and day of an interview; what else a group is. */
  static String detail(HitGroup group, Clock clock) {
    return switch (group.kind()) {
      case STUDY -> Texts.text("find.kind.study");
      case PARTICIPANT -> Texts.text("find.kind.participant");
      case INTERVIEW, NOTES, SAID ->
          Stream.of(
                  group.study(),
                  group.date().map(day -> WhenWords.day(day, LocalDate.now(clock))).orElse(""))
              .filter(part -> !part.isBlank())
              .collect(Collectors.joining(", "));
    };
  }

  static String kind(HitKind kind) {
    return switch (kind) {
      case STUDY -> Texts.text("find.kind.study");
      case PARTICIPANT -> Texts.text("find.kind.participant");
      case INTERVIEW -> Texts.text("find.kind.title");
      case NOTES -> Texts.text("find.kind.notes");
      case SAID -> Texts.text("find.kind.said");
    };
  }

  static Icon icon(HitKind kind) {
    return switch (kind) {
      case STUDY -> Icon.STUDY;
      case PARTICIPANT -> Icon.PARTICIPANT;
      case INTERVIEW -> Icon.SESSION;
      case NOTES -> Icon.NOTES;
      case SAID -> Icon.QUOTE;
    };
  }

  /** Time of a recording as hours, minutes and seconds; nothing where there is none. */
  static String stamp(Hit hit) {
    return hit.startMillis()
        .map(millis -> millis / 1_000)
        .map(s -> String.format(Locale.ROOT, "%02d:%02d:%02d", s / 3_600, s / 60 % 60, s % 60))
        .orElse("");
  }

  /** A whole row in one sentence, for people who hear it. */
  static String spoken(FindRow row, Clock clock) {
    return switch (row) {
      case FindRow.Head(HitGroup group) ->
          Stream.of(
                  group.participant(),
                  title(group),
                  detail(group, clock),
                  Texts.count("find.places", group.places()))
              .filter(part -> !part.isBlank())
              .collect(Collectors.joining(", "));
      case FindRow.Line(Hit hit, HitGroup _) ->
          Stream.of(kind(hit.kind()), stamp(hit), hit.by(), hit.snippet().text())
              .filter(part -> !part.isBlank())
              .collect(Collectors.joining(", "));
    };
  }
}
