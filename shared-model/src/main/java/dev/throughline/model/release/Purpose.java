package dev.throughline.model.release;

import dev.throughline.model.kind.Choices;

/** What an order is for. */
public enum Purpose {
  /** Take a release back once the order is signed. */
  ROLLBACK,
  /** Take it back at once; others sign within two days, or it comes to a revert. */
  EMERGENCY,
  /** Bring back what was taken back in an emergency nobody signed. */
  REVERT;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it has to be signed first. */
  public static Purpose of(String wireName) {
    return Choices.read(Purpose.class, wireName, ROLLBACK);
  }
}
