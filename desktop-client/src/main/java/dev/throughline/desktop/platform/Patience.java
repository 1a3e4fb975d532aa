package dev.throughline.desktop.platform;

import java.time.Duration;

/** How long something outside may still take; runs by the processor's time, not by the clock. */
public final class Patience {
  private final long endNanos;

  private Patience(long endNanos) {
    this.endNanos = endNanos;
  }

  /** Patience that begins now. */
  public static Patience of(Duration most) {
    return new Patience(System.nanoTime() + most.toNanos());
  }

  /** What is left of it; zero or less when it is over. */
  public Duration left() {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }
}
