package dev.throughline.desktop.sync;

import java.util.random.RandomGenerator;

/**
 * Waits longer after each failure, with full jitter, so that many devices do not return at once.
 */
public final class BackOff {
  private static final long FIRST_MILLIS = 400;
  private static final long MAX_MILLIS = 20_000;
  private static final int DOUBLINGS_MAX = 6;

  private final RandomGenerator random;
  private int failures;

  public BackOff(RandomGenerator random) {
    this.random = random;
  }

  public void reset() {
    failures = 0;
  }

  /** No wait where nothing failed before; after a failure like any other. */
  public long soon() {
    if (failures == 0) {
      failures++;
      return 0;
    }
    return next(0);
  }

  /** How long to wait now; at least what the server asked for. */
  public long next(long serverAskedMillis) {
    long ceiling = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(failures, DOUBLINGS_MAX));
    failures++;
    return serverAskedMillis + random.nextLong(ceiling / 4, ceiling + 1);
  }
}
