package dev.throughline.desktop.exchange.csv;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table.
 *
 * @param name how we write it
 * @param others how else people call it, most likely first
 */
record Column(String name, List<String> others) {
  static final Column ID = of("id", "record id");
  static final Column STUDY = of("study", "study title", "study name", "project");
  static final Column TITLE =
      of("title", "interview title", "interview", "session", "subject", "name");
  static final Column PARTICIPANT =
      of("participant", "pseudonym", "interviewee", "respondent", "person", "who");
  static final Column DATE = of("date", "interview date", "day", "held on", "when");
  static final Column PLACE = of("place", "location", "where");
  static final Column STATUS = of("status", "state");
  static final Column PSEUDONYM =
      of(
          "pseudonym",
          "participant",
          "participant code",
          "code name",
          "alias",
          "code",
          "who",
          "name");
  static final Column INTERVIEW = of("interview", "interview id");
  static final Column INTERVIEW_TITLE = of("title", "interview title", "session", "name");
  static final Column NOTES = of("notes", "note", "field notes", "memo", "text");

  private static Column of(String name, String... others) {
    return new Column(name, List.of(others));
  }

  /** Where this column is among headings that are {@link #plain}; -1 when it is not there. */
  int in(List<String> headings) {
    int at = headings.indexOf(plain(name));
    for (int i = 0; i < others.size() && at < 0; i++) {
      at = headings.indexOf(plain(others.get(i)));
    }
    return at;
  }

  boolean isCalled(String heading) {
    return in(List.of(plain(heading))) == 0;
  }

  /** A heading without what people write differently. */
  static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_.:-]+", "");
  }
}
