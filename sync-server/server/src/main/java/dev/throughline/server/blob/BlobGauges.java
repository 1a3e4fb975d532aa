package dev.throughline.server.blob;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.sync.ServerDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How many blobs there are, and how they stand; read at most every few seconds. */
@Component
final class BlobGauges {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final double SECOND = 1_000;
  private static final BlobRows.Amount NONE = new BlobRows.Amount(0, 0, Optional.empty());

  private final ServerDesk desk;
  private final BlobRows blobs;
  private final InstantSource clock;
  private Optional<Map<BlobRow.State, BlobRows.Amount>> now = Optional.empty();
  private Instant readAt = Instant.MIN;

  BlobGauges(MeterRegistry meters, ServerDesk desk, BlobRows blobs, InstantSource clock) {
    this.desk = desk;
    this.blobs = blobs;
    this.clock = clock;
    for (BlobRow.State state :
        List.of(BlobRow.State.COMPLETE, BlobRow.State.VERIFIED, BlobRow.State.DAMAGED)) {
      Gauge.builder("throughline.blob.count", this, its -> its.of(state, BlobRows.Amount::count))
          .tag("state", state.wireName())
          .register(meters);
      Gauge.builder("throughline.blob.stored", this, its -> its.of(state, BlobRows.Amount::bytes))
          .baseUnit("bytes")
          .tag("state", state.wireName())
          .register(meters);
    }
    Gauge.builder(
            "throughline.blob.unverified.age",
            this,
            its -> its.of(BlobRow.State.COMPLETE, amount -> its.age(amount) / SECOND))
        .baseUnit("seconds")
        .register(meters);
  }

  private double age(BlobRows.Amount amount) {
    return amount
        .oldest()
        .map(at -> (double) Math.max(0, Duration.between(at, clock.instant()).toMillis()))
        .orElse(0.0);
  }

  /** No number while the database does not answer. */
  private double of(BlobRow.State state, ToDoubleFunction<BlobRows.Amount> what) {
    return now().map(all -> what.applyAsDouble(all.getOrDefault(state, NONE))).orElse(Double.NaN);
  }

  private synchronized Optional<Map<BlobRow.State, BlobRows.Amount>> now() {
    Instant at = clock.instant();
    if (!at.isBefore(readAt) && at.minus(KEPT).isBefore(readAt)) {
      return now;
    }
    try {
      Map<BlobRow.State, BlobRows.Amount> all = new EnumMap<>(BlobRow.State.class);
      for (WorkspaceId workspace : desk.workspaces()) {
        desk.inTransaction(workspace, () -> blobs.amounts(workspace))
            .forEach((state, amount) -> all.merge(state, amount, BlobGauges::sum));
      }
      now = Optional.of(all);
    } catch (DataAccessException | TransactionException _) {
      now = Optional.empty();
    }
    readAt = at;
    return now;
  }

  private static BlobRows.Amount sum(BlobRows.Amount one, BlobRows.Amount other) {
    Optional<Instant> oldest =
        one.oldest().isEmpty() || other.oldest().isEmpty()
            ? one.oldest().or(other::oldest)
            : one.oldest().filter(at -> at.isBefore(other.oldest().get())).or(other::oldest);
    return new BlobRows.Amount(one.count() + other.count(), one.bytes() + other.bytes(), oldest);
  }
}
