package dev.throughline.desktop.platform;

import java.time.Duration;

/**
 * Work away from the UI thread, one piece after the other in the order it was handed in; the
 * calling thread in tests.
 */
public interface Background {
  /** Runs the work soon. Failures inside are the work's own business. */
  void run(Runnable work);

  /** Runs the work after a delay; closing the handle before then cancels it. */
  Handle later(Duration delay, Runnable work);

  /** Starts a thread of its own for work that blocks for long; it dies with the process. */
  void loop(String name, Runnable work);

  /** A scheduled piece of work. */
  @FunctionalInterface
  interface Handle {
    void cancel();
  }
}
