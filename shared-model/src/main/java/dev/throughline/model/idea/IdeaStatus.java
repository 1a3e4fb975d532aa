package dev.throughline.model.idea;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far an idea has come, in the order of a board. */
public enum IdeaStatus {
  BACKLOG,
  DISCOVERY,
  MVP,
  SCALE,
  RETIRED;

  static final List<String> WIRE_NAMES = Arrays.stream(values()).map(IdeaStatus::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a record's name; an idea without one has not begun. */
  public static IdeaStatus of(String wireName) {
    return Arrays.stream(values())
        .filter(status -> status.wireName().equals(wireName))
        .findFirst()
        .orElse(BACKLOG);
  }
}
