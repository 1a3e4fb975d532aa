package dev.throughline.server.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of requests for each key, refilled steadily. Remembers a limited number of keys; one
 * that is forgotten begins with a full bucket.
 */
final class Buckets {
  /** Keys remembered, some hundred bytes each. */
  static final int KEYS_MAX = 20_000;

  private final LimitSettings.Rate rate;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Buckets(LimitSettings.Rate rate, TimeMeter time) {
    this.rate = rate;
    this.time = time;
    long secondsToFill = 1L + rate.burst() / rate.perSecond();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(KEYS_MAX)
            // A full bucket says no more than a new one.
            .expireAfterAccess(Duration.ofSeconds(secondsToFill))
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  /** Takes one request out; when there is none, how long it takes until there is one. */
  Optional<Duration> take(String key) {
    ConsumptionProbe probe = buckets.get(key, _ -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket full() {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
