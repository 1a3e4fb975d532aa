package dev.throughline.model.idea;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a task of discovery is. */
public enum TaskState {
  OPEN,
  DOING,
  DONE,
  DROPPED;

  static final List<String> WIRE_NAMES = Arrays.stream(values()).map(TaskState::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more is to be done. */
  public boolean isOver() {
    return this == DONE || this == DROPPED;
  }

  /** Reads a record's name; a task without one has not begun. */
  public static TaskState of(String wireName) {
    return Arrays.stream(values())
        .filter(state -> state.wireName().equals(wireName))
        .findFirst()
        .orElse(OPEN);
  }
}
