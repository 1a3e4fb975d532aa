package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmForm;
import java.time.Duration;

/**
 * How much a foreign file may ask for.
 *
 * @param heapMegabytes of the process that decodes
 * @param still how long nothing may come before that process is ended
 * @param sound the longest sound that is taken
 * @param bytes the most samples that are taken: a small file may hold much silence
 */
public record DecodingLimits(int heapMegabytes, Duration still, Duration sound, long bytes) {
  /** Fits every interview: a day of sound, 20 GB, 128 MB, half a minute without progress. */
  public static final DecodingLimits USUAL =
      new DecodingLimits(128, Duration.ofSeconds(30), Duration.ofHours(24), 20L << 30);

  /** How many frames of a form are taken. */
  long frames(PcmForm form) {
    return Math.min(form.frames(sound.toMillis()), bytes / form.frameBytes());
  }
}
