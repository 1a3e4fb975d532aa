package dev.throughline.model.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far somebody may look into a study; each includes the one before. */
public enum Level {
  /** Not at all; so a withdrawn grant reads. */
  NONE,
  /** What is not restricted. */
  OPEN,
  /** Restricted interviews too. */
  RESTRICTED,
  /** Everything, and giving others access. */
  OWNER;

  static final List<String> WIRE_NAMES = Arrays.stream(values()).map(Level::wireName).toList();

  /** As it stands on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name; none for one this version does not know. */
  public static Level of(String wireName) {
    return Arrays.stream(values())
        .filter(level -> level.wireName().equals(wireName))
        .findFirst()
        .orElse(NONE);
  }

  /** Whether it reaches as far as another. */
  public boolean reaches(Level other) {
    return compareTo(other) >= 0;
  }
}
