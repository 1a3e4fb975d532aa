package dev.throughline.desktop.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads for a place while it is on the screen: at once when it comes there, and a little after
 * something changed, so that changes close together are read once. Any thread.
 */
public final class ReadingWhileShown {
  private final Background background;
  private final Duration gather;
  private final Runnable read;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private volatile boolean isShowing;

  /**
   * Reads nothing yet.
   *
   * @param gather how long to wait for further changes
   * @param read runs in the background
   */
  public ReadingWhileShown(Background background, Duration gather, Runnable read) {
    this.background = background;
    this.gather = gather;
    this.read = read;
  }

  /** Whether the place is on the screen. */
  public void setShowing(boolean showing) {
    isShowing = showing;
    if (showing) {
      background.run(this::now);
    }
  }

  /** Reads anew a little later, if the place is on the screen. */
  public void soon() {
    if (isShowing && !isDue.getAndSet(true)) {
      background.later(gather, this::now);
    }
  }

  private void now() {
    isDue.set(false);
    read.run();
  }
}
