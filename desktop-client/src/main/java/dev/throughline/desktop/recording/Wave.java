package dev.throughline.desktop.recording;

import dev.throughline.desktop.sound.peaks.Peaks;

/** The wave of a recording, which may still be drawn while it is shown. Any thread. */
final class Wave {
  private final Peaks peaks;
  private volatile long whole;

  /**
   * @param whole how many frames it has once all of it is there, in those it is drawn of
   */
  Wave(Peaks peaks, long whole) {
    this.peaks = peaks;
    this.whole = whole;
  }

  Peaks peaks() {
    return peaks;
  }

  /** It is drawn of sound that is so many frames long. */
  void expect(long frames) {
    whole = frames;
  }

  /** How much of it is there, 0 to 1. */
  double share() {
    return whole == 0 ? 0 : Math.min(1, (double) peaks.frames() / whole);
  }

  /**
   * The lowest and highest samples of as many columns as the arrays are long.
   *
   * @param from where the first begins, 0 for the beginning and 1 for the end of the recording; in
   *     shares because the copy it is drawn of may count other frames than what is heard
   * @param to where the last ends
   */
  void columns(double from, double to, byte[] lows, byte[] highs) {
    long all = Math.max(1, whole);
    peaks.columns(Math.round(from * all), Math.round(to * all), lows, highs);
  }
}
