package dev.throughline.desktop.sound.proxy;

import java.util.Arrays;

/**
 * Changes the rate of one channel by a windowed sinc: what neither rate can hold is taken out, what
 * both can hold stays within a tenth of a decibel.
 */
final class Resampler {
  /** Zero crossings on each side; more makes the edge of the band sharper. */
  private static final int CROSSINGS = 24;

  /** Steps between two samples for which the filter is kept ready. */
  private static final int PHASES_MAX = 640;

  /** Leaves room for the filter's slope below the half of the smaller rate. */
  private static final double PASS = 0.94;

  private final int up;
  private final int down;
  private final int reach;
  private final float[][] filters;
  private float[] held;
  private int count;
  private long heldAt;
  private long out;

  Resampler(int from, int to) {
    int common = greatestCommon(from, to);
    this.up = to / common;
    this.down = from / common;
    double band = PASS * Math.min(1.0, (double) to / from);
    this.reach = (int) Math.ceil(CROSSINGS / band);
    this.filters = filters(Math.min(up, PHASES_MAX), reach, band);
    this.held = new float[4 * reach];
    // Before the first sample there was silence.
    this.count = reach;
    this.heldAt = -reach;
  }

  /**
   * Takes samples and gives all that can be computed from what has come so far.
   *
   * @param in as many as count
   * @param into room for at least {@link #most}
   * @return how many were written
   */
  int take(float[] in, int length, float[] into) {
    append(in, length);
    int written = 0;
    while (position(out) + reach < heldAt + count) {
      into[written++] = at(out++);
    }
    drop();
    return written;
  }

  /** Gives the rest: as if silence followed. */
  int finish(float[] into, long frames) {
    float[] silence = new float[2 * reach];
    append(silence, silence.length);
    int written = 0;
    while (out < frames && written < into.length && position(out) + reach < heldAt + count) {
      into[written++] = at(out++);
    }
    return written;
  }

  /** How many samples can come out at most when so many go in, or at the end. */
  int most(int length) {
    return (int) ((long) (length + 2 * reach) * up / down) + 2;
  }

  private void append(float[] in, int length) {
    if (count + length > held.length) {
      held = Arrays.copyOf(held, count + length);
    }
    System.arraycopy(in, 0, held, count, length);
    count += length;
  }

  private void drop() {
    int gone = (int) Math.min(count, Math.max(0, position(out) - reach - heldAt));
    System.arraycopy(held, gone, held, 0, count - gone);
    heldAt += gone;
    count -= gone;
  }

  /** The sample at or before the place of an outgoing one. */
  private long position(long index) {
    return index * down / up;
  }

  private float at(long index) {
    long base = position(index);
    long remainder = index * down - base * up;
    int phase = (int) (remainder * filters.length / up);
    float[] filter = filters[phase];
    int from = (int) (base - reach + 1 - heldAt);
    float sum = 0;
    for (int i = 0; i < filter.length; i++) {
      sum += filter[i] * held[from + i];
    }
    return sum;
  }

  private static float[][] filters(int phases, int reach, double band) {
    float[][] filters = new float[phases][2 * reach];
    for (int phase = 0; phase < phases; phase++) {
      double offset = (double) phase / phases;
      double total = 0;
      double[] filter = new double[2 * reach];
      for (int i = 0; i < filter.length; i++) {
        double x = i - reach + 1 - offset;
        filter[i] = sinc(band * x) * window(x / reach);
        total += filter[i];
      }
      for (int i = 0; i < filter.length; i++) {
        filters[phase][i] = (float) (filter[i] / total);
      }
    }
    return filters;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** Blackman's, which lets through less than a thousandth beside the band. */
  private static double window(double x) {
    return Math.abs(x) >= 1
        ? 0
        : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
  }

  private static int greatestCommon(int one, int other) {
    return other == 0 ? one : greatestCommon(other, one % other);
  }
}
