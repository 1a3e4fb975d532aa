package dev.throughline.server.sync;

import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Committed;
import dev.throughline.server.log.Delivery;
import dev.throughline.server.log.Plan;
import dev.throughline.server.log.PushRules;
import dev.throughline.server.log.SyncCore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The one writer of a workspace in this process. Pushes that arrive while it writes gather behind
 * it and go into its next transaction together, so that many desktops cost one wait for the disk.
 * The row lock of the head orders processes among each other.
 */
final class ChangeIntake {
  /** How long a push queues before its client is told to come back. */
  static final Duration TURN_WAIT_MAX = Duration.ofSeconds(20);

  /** Operations one transaction takes in; a push has at most that many. */
  static final int BATCH_OPS_MAX = Protocol.PUSH_OPS_MAX;

  private static final int TRIES_MAX = 3;

  private final SyncCore core;
  private final Hints hints;
  private final SyncMetrics metrics;
  private final List<Committed> listeners;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Deque<Turn> queue = new ArrayDeque<>();

  ChangeIntake(SyncCore core, Hints hints, SyncMetrics metrics, List<Committed> listeners) {
    this.core = core;
    this.hints = hints;
    this.metrics = metrics;
    this.listeners = listeners;
    metrics.watch(this::waiting);
  }

  private int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** A push that waits for the writer, and how that ended. */
  private static final class Turn {
    final Delivery delivery;
    private final CompletableFuture<PushAnswer> answer = new CompletableFuture<>();

    Turn(Delivery delivery) {
      this.delivery = delivery;
    }

    boolean isSettled() {
      return answer.isDone();
    }

    void answer(PushAnswer its) {
      answer.complete(its);
    }

    void fail(RuntimeException why) {
      answer.completeExceptionally(why);
    }

    /** The answer, or the exception with which it failed. */
    PushAnswer answered() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException why ? why : e;
      }
    }
  }

  /** Applies the push. What it answers is durable. */
  PushAnswer take(Delivery delivery) {
    core.require(delivery.push().workspace());
    if (delivery.act().isEmpty()) {
      PushRules.require(delivery.push());
    }
    Turn turn = new Turn(delivery);
    synchronized (queue) {
      queue.add(turn);
    }
    while (!turn.isSettled()) {
      awaitTurn(turn);
      try {
        if (!turn.isSettled()) {
          write(gather());
        }
      } finally {
        writing.unlock();
      }
    }
    return turn.answered();
  }

  private void awaitTurn(Turn turn) {
    try {
      if (writing.tryLock(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (queue) {
      queue.remove(turn);
    }
    throw new ProblemException(Problem.BUSY, "It is not known what was taken; send it again.");
  }

  /** Those that waited longest, as many as one transaction takes. */
  private List<Turn> gather() {
    List<Turn> turns = new ArrayList<>();
    int ops = 0;
    synchronized (queue) {
      while (!queue.isEmpty()) {
        ops += queue.getFirst().delivery.push().ops().size();
        if (!turns.isEmpty() && ops > BATCH_OPS_MAX) {
          break;
        }
        turns.add(queue.removeFirst());
      }
    }
    return turns;
  }

  /** Of a transaction that failed nothing is in the log. A push that spoils it then fails alone. */
  private void write(List<Turn> turns) {
    try {
      settle(turns, commit(turns.stream().map(turn -> turn.delivery).toList()));
    } catch (RuntimeException e) {
      if (turns.size() == 1 || isDatabaseAway(e)) {
        turns.forEach(turn -> turn.fail(e));
      } else {
        turns.forEach(turn -> write(List.of(turn)));
      }
    }
  }

  private static boolean isDatabaseAway(RuntimeException e) {
    return e instanceof TransientDataAccessException
        || e instanceof NonTransientDataAccessResourceException
        || e instanceof TransactionException;
  }

  private void settle(List<Turn> turns, List<SyncCore.Taken> taken) {
    List<Turn> later = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      switch (taken.get(i)) {
        case SyncCore.Taken.Later() -> later.add(turns.get(i));
        case SyncCore.Taken.Refused(ProblemException problem) -> turns.get(i).fail(problem);
        case SyncCore.Taken.Done(Plan plan) -> {
          hints.headMoved(core.workspace(), plan.answer().head());
          if (turns.get(i).delivery.act().isEmpty()) {
            metrics.pushed(plan);
          }
          listeners.forEach(one -> one.committed(core.workspace(), plan));
          turns.get(i).answer(plan.answer());
        }
      }
    }
    synchronized (queue) {
      later.reversed().forEach(queue::addFirst);
    }
  }

  /** Two processes can block each other; the database then gives one up, which tries again. */
  private List<SyncCore.Taken> commit(List<Delivery> deliveries) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<SyncCore.Taken> taken = core.take(deliveries);
        metrics.committed();
        return taken;
      } catch (PessimisticLockingFailureException e) {
        if (attempt == TRIES_MAX) {
          throw e;
        }
      }
    }
  }
}
