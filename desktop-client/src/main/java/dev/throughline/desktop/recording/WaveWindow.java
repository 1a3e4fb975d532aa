package dev.throughline.desktop.recording;

import java.util.function.LongSupplier;

/** Which stretch of a recording is drawn; all of it at first. Remembered nowhere. */
final class WaveWindow {
  /** One step closer shows half as much. */
  static final double STEP = 2;

  /** So far from the left edge the place is that was followed. */
  private static final double FOLLOWED = 0.1;

  private final LongSupplier frames;
  private long from;
  private long length;
  private boolean isWhole = true;
  private boolean wasInside = true;

  /**
   * @param frames how long the recording is by now
   */
  WaveWindow(LongSupplier frames) {
    this.frames = frames;
  }

  /** The first frame that is drawn. */
  long from() {
    return isWhole ? 0 : from;
  }

  /** How many frames are drawn, at least one. */
  long length() {
    return isWhole ? Math.max(1, frames.getAsLong()) : length;
  }

  boolean isWhole() {
    return isWhole;
  }

  boolean holds(long frame) {
    return frame >= from() && frame <= from() + length();
  }

  /**
   * Comes closer, or goes back.
   *
   * @param factor how many times as close; below 1 it shows more
   * @param around stays where it is drawn, if it is; else it comes to the middle
   * @param closest as few frames are drawn at least
   */
  void zoom(double factor, long around, long closest) {
    long all = Math.max(1, frames.getAsLong());
    double share = holds(around) ? (double) (around - from()) / length() : 0.5;
    long next = Math.round(length() / factor);
    if (next >= all) {
      isWhole = true;
      return;
    }
    length = Math.clamp(next, Math.min(closest, all), all);
    isWhole = length >= all;
    from = Math.clamp(around - Math.round(share * length), 0, all - length);
    wasInside = holds(around);
  }

  /** Moves on by so many frames, back where it is negative. */
  void pan(long by) {
    from = Math.clamp(from() + by, 0, Math.max(0, frames.getAsLong() - length()));
  }

  /** Goes along when what is heard leaves at the right; whether it did. */
  boolean follow(long frame) {
    boolean isInside = holds(frame);
    boolean left = wasInside && !isInside && frame > from() + length();
    wasInside = isInside;
    if (left) {
      from =
          Math.clamp(
              frame - Math.round(FOLLOWED * length()),
              0,
              Math.max(0, frames.getAsLong() - length()));
      wasInside = holds(frame);
    }
    return left;
  }
}
