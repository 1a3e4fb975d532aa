package dev.throughline.server.people;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Looks at tokens with the keys of a provider that is first asked when the first token comes. While
 * it does not answer, no token can be looked at, which is nobody's fault who has one.
 */
final class ProviderTokens implements JwtDecoder {
  private static final Logger log = LoggerFactory.getLogger(ProviderTokens.class);

  /** From the end of an attempt that failed to the next, however many tokens come. */
  private static final Duration GAP = Duration.ofSeconds(1);

  /** How long whoever comes during an attempt waits for how it ends. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private final Supplier<JwtDecoder> provider;
  private final TimeMeter time;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable JwtDecoder known;
  private @Nullable Long failedAt;

  /**
   * @param provider asks the provider where its keys are and for the keys; throws what it likes
   */
  ProviderTokens(Supplier<JwtDecoder> provider, TimeMeter time) {
    this.provider = provider;
    this.time = time;
  }

  /**
   * @throws JwtException when the token does not count, or, not being a {@code BadJwtException},
   *     when the provider is away
   */
  @Override
  public Jwt decode(String token) {
    JwtDecoder now = known;
    return (now == null ? first() : now).decode(token);
  }

  private JwtDecoder first() {
    try {
      if (!asking.tryLock(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new JwtException("the provider is being asked");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JwtException("stopped while the provider is being asked", e);
    }
    try {
      JwtDecoder now = known;
      return now == null ? ask() : now;
    } finally {
      asking.unlock();
    }
  }

  private JwtDecoder ask() {
    Long failed = failedAt;
    if (failed != null && time.currentTimeNanos() - failed < GAP.toNanos()) {
      throw new JwtException("the provider did not answer a moment ago");
    }
    try {
      JwtDecoder answered = ProviderCalls.together(provider);
      known = answered;
      return answered;
    } catch (RuntimeException e) {
      if (failed == null) {
        log.warn("The identity provider does not answer as one: {}", e.getClass().getSimpleName());
      }
      failedAt = time.currentTimeNanos();
      throw new JwtException("the provider does not answer", e);
    }
  }
}
