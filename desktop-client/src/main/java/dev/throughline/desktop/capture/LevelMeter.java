package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;

/**
 * Measures sound in windows of 50 ms. One thread adds, any may ask; time is that of the sound, so
 * that the same sound always gives the same levels.
 */
final class LevelMeter {
  private static final int WINDOWS_A_SECOND = 20;
  private static final int HELD_WINDOWS = 30;
  private static final double SILENT_BELOW = -60;

  /** A single sample at full scale may be chance; three in a row were cut off. */
  private static final int CLIPPED_SAMPLES = 3;

  private final PcmForm form;
  private final int windowSamples;
  private final double[] peaks = new double[HELD_WINDOWS];
  private final boolean[] clips = new boolean[HELD_WINDOWS];
  private int window;
  private int samples;
  private int peak;
  private double squares;
  private int fullInARow;
  private boolean isClipped;
  private long silentFrames;
  private volatile Level level = Level.NONE;

  LevelMeter(PcmForm form) {
    this.form = form;
    this.windowSamples = Math.max(1, form.rate() / WINDOWS_A_SECOND) * form.channels();
    java.util.Arrays.fill(peaks, Level.FLOOR);
  }

  Level level() {
    return level;
  }

  void add(byte[] sound, int length) {
    for (int i = 0; i + 1 < length; i += 2) {
      add((short) ((sound[i] & 0xFF) | (sound[i + 1] << 8)));
    }
  }

  private void add(short sample) {
    int amount = Math.abs((int) sample);
    peak = Math.max(peak, amount);
    squares += (double) amount * amount;
    fullInARow = amount >= Short.MAX_VALUE ? fullInARow + 1 : 0;
    isClipped |= fullInARow >= CLIPPED_SAMPLES;
    samples++;
    if (samples == windowSamples) {
      closeWindow();
    }
  }

  private void closeWindow() {
    double peakLevel = Level.decibels(peak);
    peaks[window] = peakLevel;
    clips[window] = isClipped;
    window = (window + 1) % HELD_WINDOWS;
    silentFrames = peakLevel < SILENT_BELOW ? silentFrames + samples / form.channels() : 0;
    double held = Level.FLOOR;
    boolean isClipping = false;
    for (int i = 0; i < HELD_WINDOWS; i++) {
      held = Math.max(held, peaks[i]);
      isClipping |= clips[i];
    }
    double rms = Level.decibels(Math.sqrt(squares / samples));
    level = new Level(peakLevel, rms, held, isClipping, form.millis(silentFrames));
    samples = 0;
    peak = 0;
    squares = 0;
    isClipped = false;
  }
}
