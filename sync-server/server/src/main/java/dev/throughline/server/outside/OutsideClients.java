package dev.throughline.server.outside;

import dev.throughline.server.log.RandomBytes;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.CircuitBreakerMetricNames;
import io.github.resilience4j.micrometer.tagged.RetryMetricNames;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Makes the clients of outside systems. What they do is told by metrics {@code
 * throughline.outside.*}, each with the tag {@code system}.
 */
@Component
public final class OutsideClients {
  /** Calls that are looked back at. */
  public static final int WINDOW = 10;

  /** From so many calls on, half of them without an answer open the circuit. */
  public static final int CALLS_MIN = 6;

  /** How long a system that keeps silent is left alone. */
  public static final Duration REST = Duration.ofSeconds(15);

  /** Calls that are let through after that; half of them answered close the circuit again. */
  public static final int TRIALS = 2;

  private static final float FAILING_PERCENT = 50;
  private static final double DOUBLED = 2;
  private static final double JITTER = 0.5;
  private static final String PREFIX = "throughline.outside.";

  private final SslBundles bundles;
  private final RandomBytes random;
  private final CircuitBreakerRegistry circuits;
  private final RetryRegistry retries = RetryRegistry.ofDefaults();

  /** Clients whose circuits go by this clock. */
  public OutsideClients(
      SslBundles bundles, MeterRegistry meters, RandomBytes random, InstantSource clock) {
    this.bundles = bundles;
    this.random = random;
    this.circuits =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW, CALLS_MIN, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILING_PERCENT)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .recordResult(Answer.Away.class::isInstance)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitNames(), circuits).bindTo(meters);
    TaggedRetryMetrics.ofRetryRegistry(
            RetryMetricNames.custom().callsMetricName(PREFIX + "retry.calls").build(), retries)
        .bindTo(meters);
  }

  /**
   * A client; whoever makes it closes it.
   *
   * @throws IllegalArgumentException when the address is none
   * @throws org.springframework.boot.ssl.NoSuchSslBundleException when there is no such bundle
   */
  public OutsideClient of(OutsideSystem system) {
    Map<String, String> tags = Map.of("system", system.name());
    Patience patience = system.patience();
    RetryConfig again =
        RetryConfig.custom()
            .maxAttempts(patience.attempts())
            .intervalFunction(
                IntervalFunction.ofExponentialRandomBackoff(patience.pause(), DOUBLED, JITTER))
            .retryOnResult(Answer.Away.class::isInstance)
            .ignoreExceptions(CallNotPermittedException.class)
            .build();
    return new OutsideClient(
        new Wire(system, bundles),
        circuits.circuitBreaker(system.name(), tags),
        retries.retry(system.name(), again, tags),
        this::requestId);
  }

  private String requestId() {
    ByteBuffer bytes = ByteBuffer.wrap(random.next(2 * Long.BYTES));
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private static CircuitBreakerMetricNames circuitNames() {
    return CircuitBreakerMetricNames.custom()
        .callsMetricName(PREFIX + "calls")
        .notPermittedCallsMetricName(PREFIX + "calls.spared")
        .stateMetricName(PREFIX + "circuit.state")
        .bufferedCallsMetricName(PREFIX + "circuit.calls")
        .slowCallsMetricName(PREFIX + "circuit.slow.calls")
        .failureRateMetricName(PREFIX + "circuit.failure.rate")
        .slowCallRateMetricName(PREFIX + "circuit.slow.rate")
        .build();
  }
}
