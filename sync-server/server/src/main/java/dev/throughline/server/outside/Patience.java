package dev.throughline.server.outside;

import java.time.Duration;

/**
 * How long an outside system is waited for.
 *
 * @param limit for one attempt, from the first byte sent to the last byte read
 * @param attempts how often the same call is sent at most, at least 1
 * @param pause before the second attempt; doubled for each further one, and half of it more or less
 *     by chance, so that servers do not ask in step
 */
public record Patience(Duration limit, int attempts, Duration pause) {
  /** One attempt and no other. */
  public static Patience once(Duration limit) {
    return new Patience(limit, 1, Duration.ofMillis(1));
  }
}
