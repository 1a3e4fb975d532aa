package dev.throughline.desktop.blob;

import java.time.Duration;

/**
 * How much of this computer blobs of others may take.
 *
 * @param cacheBytes of parts that nobody asked to have offline
 * @param heardBytes of sound that was decoded; one that is being heard may take more
 * @param freeBytes of the disk that are left to recordings made here
 * @param patience how long somebody who wants to hear waits while the server is away
 */
public record BlobLimits(long cacheBytes, long heardBytes, long freeBytes, Duration patience) {
  /**
   * A part that is cut off goes on at once when so much of it came, however often; that makes it at
   * most 32 times.
   */
  static final int GAIN_BYTES = 256 << 10;

  /** About six interviews of two hours, and three that are decoded; 2 GiB left; 20 seconds. */
  public static final BlobLimits USUAL =
      new BlobLimits(4L << 30, 4L << 30, 2L << 30, Duration.ofSeconds(20));
}
