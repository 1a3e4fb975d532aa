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

  /** The reading after this one, given what the clock says now; never moves backwards. */
  public Hlc next(long nowMillis) {
    return nowMillis > millis ? new Hlc(nowMillis, 0) : new Hlc(millis, counter + 1);
  }

  @Override
  public int compareTo(Hlc other) {
    int byMillis = Long.compare(millis, other.millis);
    return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
  }
}
