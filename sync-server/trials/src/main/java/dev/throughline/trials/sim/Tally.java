package dev.throughline.trials.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run, or many, came to. */
final class Tally {
  enum Of {
    GESTURES,
    OPS,
    MERGED,
    CONFLICTS,
    PARKED,
    CRASHES,
    COPIES,
    SERVER_CRASHES,
    MESSAGES_LOST,
    MESSAGES_DUPLICATED,
    MESSAGES_REORDERED,
    CHECKS
  }

  private final Map<Of, Long> counts = new EnumMap<>(Of.class);

  void add(Of what, long count) {
    counts.merge(what, count, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach(this::add);
  }

  long count(Of what) {
    return counts.getOrDefault(what, 0L);
  }

  @Override
  public String toString() {
    return java.util.Arrays.stream(Of.values())
        .map(
            of -> of.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + count(of))
        .collect(Collectors.joining(", "));
  }
}
