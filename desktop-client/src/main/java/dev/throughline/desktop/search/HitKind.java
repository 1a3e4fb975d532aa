package dev.throughline.desktop.search;

import java.util.Arrays;
import java.util.Optional;

/** What a place is, in the order in which the places of one interview are listed. */
public enum HitKind {
  STUDY("s"),
  PARTICIPANT("p"),
  INTERVIEW("i"),
  NOTES("n"),
  SAID("w");

  private final String term;

  HitKind(String term) {
    this.term = term;
  }

  /** How the index calls it. */
  String term() {
    return term;
  }

  static Optional<HitKind> of(String term) {
    return Arrays.stream(values()).filter(kind -> kind.term.equals(term)).findFirst();
  }
}
