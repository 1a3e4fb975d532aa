package dev.throughline.trials.sim;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Virtual time. An actor that waits lets everybody else go on: what is due runs inside its wait, on
 * its stack. So two waits can only end in the order innermost first, which is one of the orders
 * that real threads can take.
 */
final class Timeline {
  /** More happenings than any sound run has. */
  private static final long EVENTS_MAX = 2_000_000;

  private record Event(long at, long no, Runnable work) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(no, other.no);
    }
  }

  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private long now;
  private long count;

  /** Milliseconds since the run began. */
  long now() {
    return now;
  }

  void after(long millis, Runnable work) {
    at(now + millis, work);
  }

  void at(long time, Runnable work) {
    queue.add(new Event(Math.max(now, time), count++, work));
    if (count > EVENTS_MAX) {
      throw new IllegalStateException("the run does not come to an end");
    }
  }

  /** Lets time go by until it is done, at most to the deadline. */
  void runUntil(BooleanSupplier done, long deadline) {
    while (!done.getAsBoolean()) {
      Event next = queue.peek();
      if (next == null || next.at > deadline) {
        now = Math.max(now, deadline);
        return;
      }
      queue.remove();
      now = Math.max(now, next.at);
      next.work.run();
    }
  }

  void pass(long millis) {
    runUntil(() -> false, now + millis);
  }
}
