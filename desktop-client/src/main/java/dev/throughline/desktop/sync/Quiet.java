package dev.throughline.desktop.sync;

import java.time.InstantSource;

/** A time for which a server asked to be left alone, whatever wakes whoever waits. Any thread. */
final class Quiet {
  /** However long a server asks for, and however the clock is set meanwhile. */
  static final long MAX_MILLIS = 3_600_000;

  private final InstantSource clock;
  private long until;

  Quiet(InstantSource clock) {
    this.clock = clock;
  }

  /** Asks for some time from now; the longer of two counts. */
  synchronized void ask(long millis) {
    if (millis > 0) {
      until = Math.max(until, clock.millis() + Math.min(millis, MAX_MILLIS));
    }
  }

  /** How much is left; 0 when it is over. */
  synchronized long left() {
    long left = until - clock.millis();
    if (left > MAX_MILLIS) {
      until = 0;
    }
    return left > MAX_MILLIS ? 0 : Math.max(0, left);
  }

  /** A person does not want to wait. */
  synchronized void end() {
    until = 0;
  }
}
