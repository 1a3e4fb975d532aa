package dev.throughline.desktop.blob;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A place that only so many pass at once; others wait. Any thread. */
final class Narrow {
  /** Nobody waits. */
  static final Narrow WIDE = new Narrow(Integer.MAX_VALUE);

  private final Semaphore places;

  Narrow(int places) {
    this.places = new Semaphore(places, true);
  }

  <T> T pass(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
