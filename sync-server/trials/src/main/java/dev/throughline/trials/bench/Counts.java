package dev.throughline.trials.bench;

import java.util.OptionalInt;

/** How often or how much of something a trial is asked for; none would prove nothing. */
public final class Counts {
  private Counts() {}

  /** The number that is written there; empty when it is none, or below 1. */
  public static OptionalInt of(String word) {
    try {
      int count = Integer.parseInt(word);
      return count < 1 ? OptionalInt.empty() : OptionalInt.of(count);
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }
}
