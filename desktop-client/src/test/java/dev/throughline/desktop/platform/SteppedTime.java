package dev.throughline.desktop.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that moves only when told, and a {@link Background} that lives by it: work runs at once
 * on the calling thread, delayed work when its time has come. Threads of its own never start.
 */
public final class SteppedTime implements InstantSource, Background {
  private record Due(Instant at, long order, Runnable work) {}

  private final PriorityQueue<Due> later =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
  private Instant now;
  private long count;

  public SteppedTime(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock, stopping at everything that falls due on the way. */
  public void pass(Duration duration) {
    Instant until = now.plus(duration);
    for (Due next = later.peek(); next != null && !next.at().isAfter(until); next = later.peek()) {
      later.remove(next);
      now = next.at();
      next.work().run();
    }
    now = until;
  }

  @Override
  public void run(Runnable work) {
    work.run();
  }

  @Override
  public Handle later(Duration delay, Runnable work) {
    Due due = new Due(now.plus(delay), count++, work);
    later.add(due);
    return () -> later.remove(due);
  }

  @Override
  public void loop(String name, Runnable work) {}
}
