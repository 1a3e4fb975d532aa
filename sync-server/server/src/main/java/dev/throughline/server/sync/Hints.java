package dev.throughline.server.sync;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes whoever waits for the log to grow. Each waits on a thread of its own and is told the newest
 * head only, so a slow one skips numbers and holds up nobody.
 */
@Component
final class Hints implements SmartLifecycle {
  static final int SUBSCRIBERS_MAX = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final AtomicInteger subscribers = new AtomicInteger();
  private volatile long head;
  private volatile boolean isRunning;

  Hints(MeterRegistry meters) {
    meters.gauge("throughline.sync.subscribers", subscribers);
    meters.gauge("throughline.sync.head", this, hints -> hints.head);
  }

  /** A place among the subscribers, given back by closing it. */
  final class Seat implements AutoCloseable {
    @Override
    public void close() {
      subscribers.decrementAndGet();
    }
  }

  Seat takeSeat() {
    if (subscribers.incrementAndGet() > SUBSCRIBERS_MAX) {
      subscribers.decrementAndGet();
      throw new ProblemException(
          Problem.BUSY, "Enough devices listen already; ask for changes now and then instead.");
    }
    return new Seat();
  }

  /** Tells the waiting. An older number than before is no news: two sources race here. */
  void headMoved(long seq) {
    lock.lock();
    try {
      if (seq > head) {
        head = seq;
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for another head than {@code told}; answers the same one when the time is over. */
  long awaitOtherThan(long told, Duration timeMax) throws InterruptedException {
    lock.lock();
    try {
      long left = timeMax.toNanos();
      while (head == told && isRunning && left > 0) {
        left = moved.awaitNanos(left);
      }
      return head;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public void start() {
    isRunning = true;
  }

  /** Runs before the web server stops, which waits for its requests: lets every waiting one go. */
  @Override
  public void stop() {
    lock.lock();
    try {
      isRunning = false;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
