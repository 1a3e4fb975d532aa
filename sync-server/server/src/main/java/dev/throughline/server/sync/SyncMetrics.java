package dev.throughline.server.sync;

import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Plan;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What the people who run a server can watch. Counts only. */
@Component
final class SyncMetrics {
  private static final String OPS = "throughline.sync.ops";
  private static final String CONFLICTS = "throughline.sync.conflicts";
  private static final String PULLED = "throughline.sync.pull.changes";
  private static final String TRANSACTIONS = "throughline.sync.transactions";
  private static final String QUEUE = "throughline.sync.queue";
  private static final String PUSH = "throughline.sync.push";

  private final MeterRegistry meters;
  private final List<IntSupplier> queues = new CopyOnWriteArrayList<>();

  /** Registers every name at once, so that an alert on one finds it before the first push. */
  SyncMetrics(MeterRegistry meters) {
    this.meters = meters;
    List.of("applied", "merged", "conflicted", "duplicate", "parked")
        .forEach(outcome -> meters.counter(OPS, "outcome", outcome));
    List.of("taken", "refused", "failed").forEach(outcome -> pushTimer(outcome));
    meters.counter(CONFLICTS);
    meters.counter(PULLED);
    meters.counter(TRANSACTIONS);
    Gauge.builder(QUEUE, this, SyncMetrics::waiting).register(meters);
  }

  /** Times a push, by how it ended. */
  <T> T timed(Supplier<T> push) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      T answer = push.get();
      outcome = "taken";
      return answer;
    } catch (ProblemException e) {
      outcome = e.problem().isPassing() ? "failed" : "refused";
      throw e;
    } finally {
      sample.stop(pushTimer(outcome));
    }
  }

  /** Lets the number of pushes that wait for one more writer be watched. */
  void watch(IntSupplier queue) {
    queues.add(queue);
  }

  private int waiting() {
    return queues.stream().mapToInt(IntSupplier::getAsInt).sum();
  }

  /** Counts a transaction that took pushes in. */
  void committed() {
    meters.counter(TRANSACTIONS).increment();
  }

  void pushed(Plan plan) {
    for (OpOutcome outcome : plan.answer().outcomes()) {
      meters.counter(OPS, "outcome", name(outcome.outcome())).increment();
    }
    meters.counter(CONFLICTS).increment(plan.conflicts());
  }

  void pulled(PullAnswer answer) {
    meters.counter(PULLED).increment(answer.changes().size());
  }

  private Timer pushTimer(String outcome) {
    return Timer.builder(PUSH)
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Applied _ -> "applied";
      case Outcome.Merged _ -> "merged";
      case Outcome.Conflicted _ -> "conflicted";
      case Outcome.Duplicate _ -> "duplicate";
      case Outcome.Parked _ -> "parked";
    };
  }
}
