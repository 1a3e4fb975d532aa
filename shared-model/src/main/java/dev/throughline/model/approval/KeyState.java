package dev.throughline.model.approval;

import dev.throughline.model.kind.Choices;

/** How far a key is on its way to count. */
public enum KeyState {
  /** Its owner has to show that they hold it. */
  ASKED,
  /** Somebody else has to confirm it. */
  PROVED,
  /** Signatures with it count. */
  ENROLLED,
  /** Nothing that comes in from then on counts. */
  REVOKED;

  /** The name a record or a signed document holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it is only asked for. */
  public static KeyState of(String wireName) {
    return Choices.read(KeyState.class, wireName, ASKED);
  }
}
