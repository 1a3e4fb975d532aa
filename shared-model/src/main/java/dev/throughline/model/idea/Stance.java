package dev.throughline.model.idea;

import java.util.List;

/** What a piece of evidence says of an idea. */
public enum Stance {
  FOR("for"),
  AGAINST("against");

  static final List<String> WIRE_NAMES = List.of(FOR.wireName, AGAINST.wireName);

  private final String wireName;

  Stance(String wireName) {
    this.wireName = wireName;
  }

  /** The name a record holds. */
  public String wireName() {
    return wireName;
  }

  /** Reads a record's name; evidence without one speaks for the idea. */
  public static Stance of(String wireName) {
    return AGAINST.wireName.equals(wireName) ? AGAINST : FOR;
  }
}
