package dev.throughline.desktop.sound.peaks;

import java.util.Arrays;

/** The lowest and the highest sample of each block of one size; grows at the end. */
final class PeakLevel {
  private final int blockFrames;
  private byte[] lows = new byte[64];
  private byte[] highs = new byte[64];
  private int count;

  PeakLevel(int blockFrames) {
    this.blockFrames = blockFrames;
  }

  int blockFrames() {
    return blockFrames;
  }

  int count() {
    return count;
  }

  byte low(int block) {
    return lows[block];
  }

  byte high(int block) {
    return highs[block];
  }

  /** Widens a block, which is the last one or the next. */
  void fold(long frame, byte low, byte high) {
    int block = Math.toIntExact(frame / blockFrames);
    if (block == count) {
      if (count == lows.length) {
        lows = Arrays.copyOf(lows, 2 * count);
        highs = Arrays.copyOf(highs, 2 * count);
      }
      lows[block] = low;
      highs[block] = high;
      count++;
      return;
    }
    lows[block] = (byte) Math.min(lows[block], low);
    highs[block] = (byte) Math.max(highs[block], high);
  }

  /** The lowest of some blocks. */
  byte low(int from, int to) {
    byte low = lows[from];
    for (int i = from + 1; i < to; i++) {
      low = (byte) Math.min(low, lows[i]);
    }
    return low;
  }

  /** The highest of some blocks. */
  byte high(int from, int to) {
    byte high = highs[from];
    for (int i = from + 1; i < to; i++) {
      high = (byte) Math.max(high, highs[i]);
    }
    return high;
  }
}
