package dev.throughline.model.handoff;

import dev.throughline.model.kind.Choices;

/** Which data of people the thing that is handed off touches. */
public enum DataClass {
  /** Nobody said. */
  UNKNOWN,
  /** It touches none. */
  NONE,
  /** It holds references to people, and nothing about them. */
  POINTERS,
  /** It holds data about people. */
  PERSONAL;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads a record's name; one without it is unknown. */
  public static DataClass of(String wireName) {
    return Choices.read(DataClass.class, wireName, UNKNOWN);
  }
}
