package dev.throughline.model.sync;

/**
 * A hybrid logical clock reading. It tells people when something was written and picks the shown
 * value of two concurrent ones; it never decides whether they were concurrent.
 *
 * @param millis milliseconds since the epoch by the device's own clock
 * @param counter orders readings within one millisecond
 */
public record Hlc(long millis, int counter) implements Comparable<Hlc> {
  public static final Hlc ZERO = new Hlc(0, 0);

  /** Farther ahead of the clock than this a reading can only come from a clock that was wrong. */
  static final long AHEAD_MAX_MILLIS = 3_600_000;

  /**
   * The reading after this one, given what the clock says now. Moves on while the clock stands or
   * is set back a little; starts anew where the clock was far ahead and has been put right.
   */
  public Hlc next(long nowMillis) {
    boolean wasWrong = millis - nowMillis > AHEAD_MAX_MILLIS;
    return nowMillis > millis || wasWrong ? new Hlc(nowMillis, 0) : new Hlc(millis, counter + 1);
  }

  @Override
  public int compareTo(Hlc other) {
    int byMillis = Long.compare(millis, other.millis);
    return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
  }
}
