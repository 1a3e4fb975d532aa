package dev.throughline.desktop.sync;

/** How far this computer's clock is from the server's, as the last hello showed. Any thread. */
public final class ServerClock {
  /** After so long, or when the clock jumped as far, it is measured anew. */
  private static final long GOOD_FOR_MILLIS = 600_000;

  private volatile long offset;
  private volatile long measuredAt = Long.MIN_VALUE;

  /**
   * Measures: the server read its clock somewhere between asking and being answered. A difference
   * that this alone explains counts as none.
   */
  void measured(long askedMillis, long serverMillis, long answeredMillis) {
    long middle = askedMillis + (answeredMillis - askedMillis) / 2;
    long error = Math.abs(answeredMillis - askedMillis) / 2;
    long difference = serverMillis - middle;
    offset = Math.abs(difference) <= error ? 0 : difference;
    measuredAt = answeredMillis;
  }

  /** Milliseconds to add to this computer's clock to get the server's. */
  long offsetMillis() {
    return offset;
  }

  /** Whether it should be measured anew. */
  public boolean isOld(long nowMillis) {
    return measuredAt == Long.MIN_VALUE || Math.abs(nowMillis - measuredAt) > GOOD_FOR_MILLIS;
  }
}
