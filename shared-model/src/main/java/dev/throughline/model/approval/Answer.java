package dev.throughline.model.approval;

import dev.throughline.model.kind.Choices;

/** What somebody answers who is asked to sign. */
public enum Answer {
  GO,
  /** Go, and something is still to be done, by somebody, by a day. */
  GO_WITH_CONDITIONS,
  /** Stops it; says why. */
  NO_GO;

  /** The name a record or a signed document holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it is a no. */
  public static Answer of(String wireName) {
    return Choices.read(Answer.class, wireName, NO_GO);
  }
}
