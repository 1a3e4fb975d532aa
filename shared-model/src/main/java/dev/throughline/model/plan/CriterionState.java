package dev.throughline.model.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether what a sprint is accepted by holds. */
public enum CriterionState {
  OPEN,
  MET,
  MISSED;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(CriterionState::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a record's name; one without it is open. */
  public static CriterionState of(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElse(OPEN);
  }
}
