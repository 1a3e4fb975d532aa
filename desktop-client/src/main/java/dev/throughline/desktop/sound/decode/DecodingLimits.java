package dev.throughline.desktop.sound.decode;

import java.time.Duration;

/**
 * How much a foreign file may ask for.
 *
 * @param heapMegabytes of the process that decodes
 * @param still how long nothing may come before that process is ended
 * @param sound the longest sound that is taken
 */
public record DecodingLimits(int heapMegabytes, Duration still, Duration sound) {
  /** Fits every interview: a day of sound, 128 MB, half a minute without progress. */
  public static final DecodingLimits USUAL =
      new DecodingLimits(128, Duration.ofSeconds(30), Duration.ofHours(24));
}
