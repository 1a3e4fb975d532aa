package dev.throughline.desktop.participant;

import dev.throughline.model.participant.Participant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pseudonyms for people one has no name for. */
final class Pseudonyms {
  private static final Pattern NUMBERED = Pattern.compile("P-(\\d{1,6})");

  private Pseudonyms() {}

  /** One more than the highest number in use: P-01 for the first. */
  static String next(List<Participant> people) {
    int highest =
        people.stream()
            .map(person -> NUMBERED.matcher(person.pseudonym().strip()))
            .filter(Matcher::matches)
            .mapToInt(match -> Integer.parseInt(match.group(1)))
            .max()
            .orElse(0);
    return String.format(java.util.Locale.ROOT, "P-%02d", highest + 1);
  }
}
