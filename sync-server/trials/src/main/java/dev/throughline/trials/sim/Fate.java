package dev.throughline.trials.sim;

import java.util.OptionalLong;

/**
 * What the network does to one request and its answer.
 *
 * @param out until the request is at the server; empty when it never is
 * @param back until the answer is at the device; empty when it never is
 * @param again until a copy of the request is at the server; empty when there is none
 * @param isReset whether the device is told at once that the connection broke
 */
record Fate(OptionalLong out, OptionalLong back, OptionalLong again, boolean isReset) {
  private static final long HALF_OPEN_MAX = 2 * 3_600_000;

  static Fate of(Dice dice, boolean isGood) {
    OptionalLong out = OptionalLong.of(dice.between(5, 150));
    OptionalLong back = OptionalLong.of(dice.between(5, 150));
    OptionalLong never = OptionalLong.empty();
    if (isGood) {
      return new Fate(out, back, never, false);
    }
    return switch (dice.below(20)) {
      case 0 -> new Fate(never, never, never, false);
      case 1 -> new Fate(out, never, never, false);
      case 2 -> new Fate(out, back, OptionalLong.of(dice.between(10, 600_000)), false);
      case 3 -> new Fate(OptionalLong.of(dice.between(21_000, HALF_OPEN_MAX)), back, never, false);
      case 4 -> new Fate(dice.chance(50) ? out : never, never, never, true);
      case 5, 6 ->
          new Fate(
              OptionalLong.of(dice.between(500, 9_000)),
              OptionalLong.of(dice.between(500, 9_000)),
              never,
              false);
      default -> new Fate(out, back, never, false);
    };
  }
}
