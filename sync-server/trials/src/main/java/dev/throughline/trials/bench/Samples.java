package dev.throughline.trials.bench;

import java.util.Arrays;

/** Durations that were measured, in nanoseconds. */
final class Samples {
  private static final double MILLION = 1e6;

  private final long[] sorted;

  Samples(long[] nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The value that this share of all stays below, in milliseconds. */
  double millis(double share) {
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(at, 0, sorted.length - 1)] / MILLION;
  }

  double median() {
    return millis(0.5);
  }

  double p99() {
    return millis(0.99);
  }
}
