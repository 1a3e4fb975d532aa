package dev.throughline.trials.link;

import java.time.Duration;

/**
 * How fast a link is, each way by itself, and how far.
 *
 * @param bitsPerSecond that all connections have together
 * @param roundTrip from a question to an answer that take no time themselves
 */
public record Link(long bitsPerSecond, Duration roundTrip) {
  /** As fast as this computer. */
  public static final Link FREE = new Link(Long.MAX_VALUE, Duration.ZERO);

  private static final double BITS = 8;

  /** How long so many bytes take when nothing else is on the link and nothing goes wrong. */
  public double idealSeconds(long bytes) {
    return bytes * BITS / bitsPerSecond;
  }
}
