package dev.throughline.trials.sim;

/** How wrong clocks are: half of them hardly, some by minutes, some by years. */
final class Clocks {
  private static final long MINUTE = 60_000;
  private static final long YEAR = 365L * 24 * 60 * MINUTE;

  private Clocks() {}

  static long skew(Dice dice) {
    return switch (dice.below(8)) {
      case 0, 1, 2, 3 -> dice.between(-500, 500);
      case 4, 5 -> dice.between(-30 * MINUTE, 30 * MINUTE);
      default -> dice.between(-10 * YEAR, 10 * YEAR);
    };
  }
}
