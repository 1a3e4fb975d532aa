package dev.throughline.trials.sim;

import java.util.List;

/**
 * Numbers that look random and follow from a seed. Each decision of a run throws dice of its own,
 * made from what the decision is about, so that taking one step out of a script leaves the luck of
 * the others as it was.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice for one decision. */
  static Dice of(long... parts) {
    long mixed = GOLDEN;
    for (long part : parts) {
      mixed = mix(mixed ^ mix(part + GOLDEN));
    }
    return new Dice(mixed);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** From {@code min} up to and without {@code max}. */
  long between(long min, long max) {
    return min + Long.remainderUnsigned(next(), max - min);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
