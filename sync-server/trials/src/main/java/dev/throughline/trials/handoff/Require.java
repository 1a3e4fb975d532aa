package dev.throughline.trials.handoff;

/** Ends a run with a sentence. */
final class Require {
  private Require() {}

  /** Goes on when it holds. */
  static void that(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("does not hold: " + what);
    }
  }
}
