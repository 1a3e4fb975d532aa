package dev.throughline.desktop.capture;

/**
 * How loud it is. Levels are in dB of full scale: 0 is the loudest there can be, {@link #FLOOR}
 * stands for anything below.
 *
 * @param peak of the last 50 ms
 * @param rms of the last 50 ms
 * @param held the highest peak of the last 1.5 s
 * @param isClipping whether samples were cut off at full scale in the last 1.5 s
 * @param silentMillis for how long no peak passed -60 dB
 */
public record Level(double peak, double rms, double held, boolean isClipping, long silentMillis) {
  /** The quietest level that is told apart from nothing. */
  public static final double FLOOR = -96;

  static final Level NONE = new Level(FLOOR, FLOOR, FLOOR, false, 0);

  /** An amplitude, where 32,768 is full scale, in dB. */
  static double decibels(double amplitude) {
    return amplitude <= 0 ? FLOOR : Math.max(FLOOR, 20 * Math.log10(amplitude / 32_768));
  }
}
