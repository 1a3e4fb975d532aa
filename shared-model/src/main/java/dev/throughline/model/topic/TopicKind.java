package dev.throughline.model.topic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a line of a guide is. */
public enum TopicKind {
  QUESTION,
  TASK,
  /** Something to keep in mind; there is nothing to cover. */
  NOTE,
  /** A heading over the lines that follow. */
  SECTION;

  static final List<String> WIRE_NAMES = Arrays.stream(values()).map(TopicKind::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an interview can cover it. */
  public boolean isTicked() {
    return this == QUESTION || this == TASK;
  }

  /** Reads a record's name; anything unknown counts as a question. */
  public static TopicKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElse(QUESTION);
  }
}
