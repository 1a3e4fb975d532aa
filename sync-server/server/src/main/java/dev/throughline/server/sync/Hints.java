package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.people.Caller;
import dev.throughline.server.people.Places;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes whoever waits for the log of a workspace to grow. Each waits on a thread of its own and is
 * told the newest head only, so a slow one skips numbers and holds up nobody.
 */
@Component
final class Hints implements SmartLifecycle {
  static final int SUBSCRIBERS_MAX = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<WorkspaceId, Line> lines = new HashMap<>();

  /** Devices and windows of one person. */
  private static final int OF_ONE_MAX = 20;

  private final Places seats =
      new Places(
          SUBSCRIBERS_MAX,
          OF_ONE_MAX,
          "Enough devices listen already; ask for changes now and then instead.");
  private volatile boolean isRunning;

  /** Those who wait for one workspace. Guarded by the lock. */
  private static final class Line {
    final Condition moved;
    long head;
    int waiting;

    Line(Condition moved) {
      this.moved = moved;
    }
  }

  Hints(MeterRegistry meters) {
    meters.gauge("throughline.sync.subscribers", seats, Places::count);
    meters.gauge("throughline.sync.head", this, Hints::entries);
  }

  /** A place among those who listen, given back by closing it. */
  Places.Place takeSeat(Optional<Caller> caller) {
    return seats.take(caller);
  }

  /** Entries of all logs known here. */
  private long entries() {
    lock.lock();
    try {
      return lines.values().stream().mapToLong(line -> line.head).sum();
    } finally {
      lock.unlock();
    }
  }

  /** The workspaces somebody waits for. */
  Set<WorkspaceId> awaited() {
    lock.lock();
    try {
      return lines.entrySet().stream()
          .filter(line -> line.getValue().waiting > 0)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    } finally {
      lock.unlock();
    }
  }

  private Line line(WorkspaceId workspace) {
    return lines.computeIfAbsent(workspace, _ -> new Line(lock.newCondition()));
  }

  /** Tells the waiting. An older number than before is no news: two sources race here. */
  void headMoved(WorkspaceId workspace, long seq) {
    lock.lock();
    try {
      Line line = line(workspace);
      if (seq > line.head) {
        line.head = seq;
        line.moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for another head than {@code told}; answers the same one when the time is over. */
  long awaitOtherThan(WorkspaceId workspace, long told, Duration timeMax)
      throws InterruptedException {
    lock.lock();
    try {
      Line line = line(workspace);
      long left = timeMax.toNanos();
      line.waiting++;
      try {
        while (line.head == told && isRunning && left > 0) {
          left = line.moved.awaitNanos(left);
        }
      } finally {
        line.waiting--;
      }
      return line.head;
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
      lines.values().forEach(line -> line.moved.signalAll());
    } finally {
      lock.unlock();
    }
  }
}
