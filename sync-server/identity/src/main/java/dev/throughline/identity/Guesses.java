package dev.throughline.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing of passwords: after some wrong ones a name has to wait, each time longer. The
 * same for names that nobody has, so that waiting tells nothing. Kept in memory only.
 */
final class Guesses {
  /** Wrong passwords in a row before a name waits. */
  static final int FREE = 5;

  static final Duration WAIT_MIN = Duration.ofSeconds(30);
  static final Duration WAIT_MAX = Duration.ofMinutes(15);

  /** Names remembered; beyond that the one that was tried longest ago is forgotten. */
  static final int NAMES_MAX = 10_000;

  private static final int DOUBLINGS_MAX = 10;

  private record Tries(int wrong, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > NAMES_MAX;
        }
      };

  Guesses(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Asks whether a password may be looked at now. If so it counts as wrong until {@link #right}
   * says otherwise, so that many at once are no way around waiting.
   *
   * @return how long the name has to wait first; empty when it need not
   */
  synchronized Optional<Duration> begin(String name) {
    Instant now = clock.instant();
    Optional<Tries> before = Optional.ofNullable(tries.get(name));
    Optional<Duration> left =
        before.map(Tries::until).filter(now::isBefore).map(until -> Duration.between(now, until));
    if (left.isEmpty()) {
      int count = before.map(Tries::wrong).orElse(0) + 1;
      tries.put(name, new Tries(count, now.plus(waitAfter(count))));
    }
    return left;
  }

  private static Duration waitAfter(int wrong) {
    if (wrong < FREE) {
      return Duration.ZERO;
    }
    Duration wait = WAIT_MIN.multipliedBy(1L << Math.min(wrong - FREE, DOUBLINGS_MAX));
    return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
  }

  /** It was the right one. */
  synchronized void right(String name) {
    tries.remove(name);
  }
}
