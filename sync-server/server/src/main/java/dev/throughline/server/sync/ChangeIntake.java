package dev.throughline.server.sync;

import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Takes pushes in, each in one transaction that locks the head of the log before it reads anything.
 * Threads of this process queue here, so that one of them at a time holds a connection for it; the
 * row lock orders processes.
 */
@Component
final class ChangeIntake {
  /** How long a push queues before its client is told to come back. */
  static final Duration TURN_WAIT_MAX = Duration.ofSeconds(20);

  private static final int TRIES_MAX = 3;

  private final ChangeLog log;
  private final Workspaces workspaces;
  private final InstantSource clock;
  private final RandomBytes random;
  private final Hints hints;
  private final SyncMetrics metrics;
  private final ReentrantLock turn = new ReentrantLock(true);

  ChangeIntake(
      ChangeLog log,
      Workspaces workspaces,
      InstantSource clock,
      RandomBytes random,
      Hints hints,
      SyncMetrics metrics) {
    this.log = log;
    this.workspaces = workspaces;
    this.clock = clock;
    this.random = random;
    this.hints = hints;
    this.metrics = metrics;
  }

  /** Applies the push. What it answers is durable. */
  PushAnswer take(Push push) {
    workspaces.require(push.workspace());
    PushRules.require(push);
    awaitTurn();
    Plan plan;
    try {
      plan = commit(push);
    } finally {
      turn.unlock();
    }
    hints.headMoved(plan.head().seq());
    metrics.pushed(plan);
    return plan.answer();
  }

  private void awaitTurn() {
    try {
      if (turn.tryLock(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(Problem.BUSY, "Nothing of this push was taken; send it again.");
  }

  /** Two processes can block each other; the database then gives one up, which tries again. */
  private Plan commit(Push push) {
    for (int attempt = 1; ; attempt++) {
      try {
        return log.inTransaction(push.workspace(), () -> planAndWrite(push));
      } catch (PessimisticLockingFailureException e) {
        if (attempt == TRIES_MAX) {
          throw e;
        }
      }
    }
  }

  private Plan planAndWrite(Push push) {
    Head head = log.lockHead(push.workspace());
    Instant acceptedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var before =
        new PushPlanner.Before(
            head,
            log.states(push),
            log.known(push),
            (record, field, seq) -> log.valueAt(push.workspace(), record, field, seq));
    Plan plan = new PushPlanner(push, before, acceptedAt.toEpochMilli(), random).plan();
    log.write(push, plan, acceptedAt);
    return plan;
  }
}
