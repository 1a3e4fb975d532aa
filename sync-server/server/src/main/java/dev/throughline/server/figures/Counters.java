package dev.throughline.server.figures;

import dev.throughline.model.approval.Policies;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counters and timers, each there from the start, so that an alert on one finds it. */
@Component
final class Counters {
  private static final String IDEAS = "throughline.ideas.ingested";
  private static final String APPROVAL = "throughline.approval.time";
  private static final String LATENCY = "throughline.handoff.latency";
  private static final String ROLLBACKS = "throughline.rollbacks.executed";

  /** Buckets; people sign within hours and days. */
  private static final Duration[] STEPS =
      List.of(1, 2, 4, 8, 12, 24, 48, 72, 7 * 24, 14 * 24).stream()
          .map(Duration::ofHours)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;

  Counters(MeterRegistry meters) {
    this.meters = meters;
    List.of("sync", "http").forEach(route -> meters.counter(IDEAS, "route", route));
    Policies.ALL.forEach(policy -> approval(policy.id()));
    latency();
    meters.counter(ROLLBACKS);
  }

  void ideas(boolean isByRoute, long count) {
    meters.counter(IDEAS, "route", isByRoute ? "http" : "sync").increment((double) count);
  }

  /** From when it was opened until everybody had signed. */
  void approved(String policy, long millis) {
    approval(policy).record(Duration.ofMillis(millis));
  }

  /** From when the packet came in until it had passed everything. */
  void verified(long millis) {
    latency().record(Duration.ofMillis(millis));
  }

  void rolledBack() {
    meters.counter(ROLLBACKS).increment();
  }

  private Timer approval(String policy) {
    return Timer.builder(APPROVAL)
        .tag("policy", policy)
        .serviceLevelObjectives(STEPS)
        .register(meters);
  }

  private Timer latency() {
    return Timer.builder(LATENCY).serviceLevelObjectives(STEPS).register(meters);
  }
}
