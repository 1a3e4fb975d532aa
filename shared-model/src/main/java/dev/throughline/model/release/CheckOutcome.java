package dev.throughline.model.release;

import dev.throughline.model.kind.Choices;

/** What came out of a check. */
public enum CheckOutcome {
  PASSED,
  FAILED;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it has failed. */
  public static CheckOutcome of(String wireName) {
    return Choices.read(CheckOutcome.class, wireName, FAILED);
  }
}
