package dev.throughline.desktop.sound;

/**
 * How samples stand in bytes: 16 bits with sign, low byte first, the channels one after another.
 *
 * @param rate frames a second
 * @param channels samples a frame
 */
public record PcmForm(int rate, int channels) {
  private static final int SAMPLE_BYTES = 2;

  /**
   * @throws IllegalArgumentException for a rate or a number of channels no recording has
   */
  public PcmForm {
    if (rate < 1 || rate > 192_000 || channels < 1 || channels > 8) {
      throw new IllegalArgumentException("no form of sound: " + rate + " Hz, " + channels);
    }
  }

  /** The length of one frame in bytes. */
  public int frameBytes() {
    return SAMPLE_BYTES * channels;
  }

  /** How long so many frames sound, in milliseconds, rounded down. */
  public long millis(long frames) {
    return frames * 1_000 / rate;
  }

  /** How many frames sound in so many milliseconds, rounded down. */
  public long frames(long millis) {
    return millis * rate / 1_000;
  }
}
