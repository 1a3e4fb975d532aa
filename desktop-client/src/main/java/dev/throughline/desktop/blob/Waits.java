package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Why;

/** How long one blob waits before it is tried again. One thread at a time. */
final class Waits {
  static final long MAX_MILLIS = 600_000;

  private static final long FIRST_MILLIS = 1_000;
  private static final int DOUBLINGS_MAX = 10;

  /** A store that damages what it gets is not worth the way. */
  private static final int DOUBLINGS_A_DAMAGE = 4;

  private int waits;
  private int damages;

  /** Longer each time, until {@link #reset}; in milliseconds. */
  long next() {
    long delay = FIRST_MILLIS << Math.min(waits, DOUBLINGS_MAX);
    waits++;
    return Math.min(delay, MAX_MILLIS);
  }

  /** Says why it waits, and waits. */
  Turn waiting(Why why, Progress progress) {
    progress.show(new BlobState.Waiting(why, progress.percent()));
    return new Turn.Later(next());
  }

  /** Something was sent in between. */
  void reset() {
    waits = 0;
  }

  /** What was sent did not stay as it was; it is waited for much longer each time. */
  void damaged() {
    damages++;
    waits = Math.max(waits, damages * DOUBLINGS_A_DAMAGE);
  }
}
