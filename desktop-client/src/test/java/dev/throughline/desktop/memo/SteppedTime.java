package dev.throughline.desktop.memo;

import dev.throughline.desktop.platform.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Clock and background of a test, on the thread of the test. Work handed to the background waits
 * while {@link #hold} is on, as behind a slow disk.
 */
public final class SteppedTime implements Background, InstantSource {
  private record Timer(long atMillis, Runnable work) {}

  private final List<Timer> timers = new ArrayList<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private long now = Instant.parse("2026-11-23T09:31:00Z").toEpochMilli();
  private boolean isHeld;

  public TypedText.Seams seams() {
    return new TypedText.Seams(this, Runnable::run, this);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  @Override
  public void run(Runnable work) {
    if (isHeld) {
      held.add(work);
    } else {
      work.run();
    }
  }

  @Override
  public Handle later(Duration delay, Runnable work) {
    Timer timer = new Timer(now + delay.toMillis(), work);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public void loop(String name, Runnable work) {
    run(work);
  }

  /** Lets time pass; timers ring in their order. */
  public void pass(Duration time) {
    long end = now + time.toMillis();
    for (var next = due(end); next.isPresent(); next = due(end)) {
      timers.remove(next.get());
      now = Math.max(now, next.get().atMillis());
      next.get().work().run();
    }
    now = end;
  }

  private Optional<Timer> due(long end) {
    return timers.stream()
        .filter(timer -> timer.atMillis() <= end)
        .min(Comparator.comparingLong(Timer::atMillis));
  }

  public void hold() {
    isHeld = true;
  }

  /** Does what was held back, in order. */
  public void release() {
    isHeld = false;
    while (!held.isEmpty()) {
      held.poll().run();
    }
  }
}
