package dev.throughline.model.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a sprint is. */
public enum SprintStatus {
  PLANNED,
  RUNNING,
  DONE;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(SprintStatus::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a record's name; one without it is planned. */
  public static SprintStatus of(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElse(PLANNED);
  }
}
