package dev.throughline.trials.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Without a display JavaFX shows a window by making an object for each of its pixels. Whether the
 * compiler leaves these out is chance, and lasts as long as the process: with them a frame takes
 * twice as long, and some 50 MB a frame have the heap grow to its limit. No display does that, so
 * figures of such a run say nothing of the desktop.
 */
final class PixelObjects {
  /** Half of what they take in a window of 1280 by 800. */
  private static final double MEGABYTES_A_FRAME = 24;

  private static final double MEGA = 1 << 20;

  private PixelObjects() {}

  /** What the thread of the window has allocated so far, in bytes; asked on that thread. */
  static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** Says what a frame of an empty table takes, and whether that is the toolkit's doing. */
  static void report(long bytes, int frames, Report report) {
    double each = bytes / MEGA / frames;
    report.figure("made for each frame of an empty table", each, "MB");
    if (each > MEGABYTES_A_FRAME) {
      System.out.println(
          "  In this run JavaFX makes an object for each pixel, which it does without a display"
              + " only, by chance: run the benchmark again.");
    }
  }
}
