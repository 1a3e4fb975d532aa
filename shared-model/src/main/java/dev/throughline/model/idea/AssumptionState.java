package dev.throughline.model.idea;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is known of an assumption. */
public enum AssumptionState {
  UNTESTED,
  SUPPORTED,
  REFUTED;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(AssumptionState::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a record's name; what says nothing was not tested. */
  public static AssumptionState of(String wireName) {
    return Arrays.stream(values())
        .filter(state -> state.wireName().equals(wireName))
        .findFirst()
        .orElse(UNTESTED);
  }
}
