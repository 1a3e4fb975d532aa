package dev.throughline.model.interview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far an interview has come. */
public enum InterviewStatus {
  PLANNED,
  RUNNING,
  DONE,
  CANCELLED;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(InterviewStatus::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a record's name; anything unknown counts as planned. */
  public static InterviewStatus of(String wireName) {
    return Arrays.stream(values())
        .filter(status -> status.wireName().equals(wireName))
        .findFirst()
        .orElse(PLANNED);
  }
}
