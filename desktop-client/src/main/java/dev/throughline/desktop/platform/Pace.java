package dev.throughline.desktop.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Keeps what is played in step with real time; tests play as fast as they can. */
@FunctionalInterface
public interface Pace {
  /** As fast as it goes. */
  Pace NONE = _ -> {};

  /** Waits until so much has passed since the first call; comes back at once when it has. */
  void await(Duration sinceFirst);

  /** Real time, so many times as fast. */
  static Pace real(double speed) {
    return new Pace() {
      private long begin = -1;

      @Override
      public void await(Duration sinceFirst) {
        long now = System.nanoTime();
        begin = begin < 0 ? now : begin;
        long until = begin + (long) (sinceFirst.toNanos() / speed);
        while (until > System.nanoTime() && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(until - System.nanoTime());
        }
      }
    };
  }
}
