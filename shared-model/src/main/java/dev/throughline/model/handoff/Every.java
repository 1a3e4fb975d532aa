package dev.throughline.model.handoff;

import dev.throughline.model.kind.Choices;

/** How often a cost comes. */
public enum Every {
  ONCE,
  MONTH,
  YEAR;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads a record's name; one without it is paid once. */
  public static Every of(String wireName) {
    return Choices.read(Every.class, wireName, ONCE);
  }
}
