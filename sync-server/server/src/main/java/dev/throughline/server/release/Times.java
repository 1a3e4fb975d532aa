package dev.throughline.server.release;

import dev.throughline.model.release.Release;
import java.time.Duration;

/** How long things may take. */
final class Times {
  /** From the last signature until Kernel has it; after that it has to be signed again. */
  static final Duration EXECUTION = Duration.ofHours(72);

  /** How long a service may take to answer once it is out. */
  static final Duration SMOKE = Duration.ofMinutes(10);

  static final Duration SMOKE_PAUSE = Duration.ofSeconds(30);

  private static final Duration PAUSE_MIN = Duration.ofSeconds(15);
  private static final Duration PAUSE_MAX = Duration.ofMinutes(5);
  private static final int GROWTH = 4;

  private Times() {}

  static boolean isLate(Release release, long nowMillis) {
    return nowMillis > end(release);
  }

  /** Longer and longer, and never past the time it may take at all. */
  static Next retry(Release release, long nowMillis) {
    long waited = Math.max(0, nowMillis - release.since());
    long pause = Math.clamp(waited / GROWTH, PAUSE_MIN.toMillis(), PAUSE_MAX.toMillis());
    Next later = new Next.Wait(Duration.ofMillis(pause));
    return release.state().isBefore() && end(release) > nowMillis
        ? later.or(Next.until(end(release) + 1, nowMillis))
        : later;
  }

  private static long end(Release release) {
    return release.startedAt() + EXECUTION.toMillis();
  }
}
