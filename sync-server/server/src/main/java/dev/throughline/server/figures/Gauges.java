package dev.throughline.server.figures;

import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
import dev.throughline.server.sync.ServerDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How things stand, read from the database at most every few seconds. */
@Component
final class Gauges {
  /** Longer than one answer takes, which asks for all of them. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final double SECOND = 1_000;

  private final ServerDesk desk;
  private final InstantSource clock;
  private Optional<Now> now = Optional.empty();
  private long readAt = Long.MIN_VALUE;

  Gauges(MeterRegistry meters, ServerDesk desk, InstantSource clock, FigureSettings settings) {
    this.desk = desk;
    this.clock = clock;
    approvals(meters);
    seconds(
        meters, "throughline.approvals.slow.after", "", _ -> settings.slowApproval().toMillis());
    for (ReleaseState state : ReleaseState.values()) {
      gauge(
          meters,
          "throughline.releases",
          "state",
          state.wireName(),
          it -> it.releases().getOrDefault(state, 0L));
    }
    for (Waits waits : Now.ELSEWHERE) {
      gauge(
          meters,
          "throughline.releases.waiting",
          "waits",
          waits.wireName(),
          it -> it.stuck().getOrDefault(waits, List.of()).size());
      seconds(
          meters,
          "throughline.releases.waiting.age",
          waits.wireName(),
          it -> Now.oldest(it.stuck().getOrDefault(waits, List.of())));
    }
    for (Purpose purpose : Purpose.values()) {
      gauge(
          meters,
          "throughline.orders.open",
          "purpose",
          purpose.wireName(),
          it -> it.orders().getOrDefault(purpose, 0L));
    }
  }

  private void approvals(MeterRegistry meters) {
    String open = "throughline.approvals.open";
    gauge(meters, open, "kind", "packet", Now::packets);
    gauge(meters, open, "kind", "rollback-order", Now::openOrders);
    gauge(meters, open, "kind", "quorum-policy", Now::rules);
    seconds(meters, "throughline.approvals.oldest.age", "", it -> Now.oldest(it.ages()));
    seconds(meters, "throughline.approvals.p95.age", "", Now::slow);
    Gauge.builder(
            "throughline.emergencies.unratified", this, it -> it.of(at -> at.unratified().size()))
        .register(meters);
    seconds(
        meters, "throughline.emergencies.unratified.age", "", it -> Now.oldest(it.unratified()));
  }

  private void gauge(
      MeterRegistry meters, String name, String tag, String value, ToDoubleFunction<Now> what) {
    Gauge.builder(name, this, it -> it.of(what)).tag(tag, value).register(meters);
  }

  /** One in seconds, of something in milliseconds; of one thing that is waited for, or of all. */
  private void seconds(
      MeterRegistry meters, String name, String waits, ToDoubleFunction<Now> millis) {
    Gauge.Builder<Gauges> gauge =
        Gauge.builder(name, this, it -> it.of(millis) / SECOND).baseUnit("seconds");
    if (!waits.isEmpty()) {
      gauge.tag("waits", waits);
    }
    gauge.register(meters);
  }

  /** No number while the database does not answer. */
  private double of(ToDoubleFunction<Now> what) {
    return now().map(it -> what.applyAsDouble(it)).orElse(Double.NaN);
  }

  private synchronized Optional<Now> now() {
    long at = clock.millis();
    if (readAt == Long.MIN_VALUE || at - readAt >= KEPT.toMillis()) {
      try {
        now = Optional.of(Now.read(desk, at));
      } catch (DataAccessException | TransactionException _) {
        now = Optional.empty();
      }
      readAt = at;
    }
    return now;
  }
}
