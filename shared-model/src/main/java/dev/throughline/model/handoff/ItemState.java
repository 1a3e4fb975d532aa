package dev.throughline.model.handoff;

import dev.throughline.model.kind.Choices;

/** What the person who answers for an item says of it. */
public enum ItemState {
  OPEN,
  READY,
  /** Cannot become ready as things are; the note says why. */
  BLOCKED;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads a record's name; one without it is open. */
  public static ItemState of(String wireName) {
    return Choices.read(ItemState.class, wireName, OPEN);
  }
}
