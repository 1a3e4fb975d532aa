package dev.throughline.desktop.platform;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A single worker keeps the order of saves; a second thread only keeps time. */
public final class ThreadBackground implements Background, AutoCloseable {
  private static final int CLOSE_SECONDS_MAX = 10;

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("work").factory());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timer").factory());

  /** What comes after {@link #close} is dropped: saves were finished before, readers are gone. */
  @Override
  public void run(Runnable work) {
    if (!worker.isShutdown()) {
      worker.execute(work);
    }
  }

  @Override
  public Handle later(Duration delay, Runnable work) {
    Future<?> future =
        timer.schedule(() -> worker.execute(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void loop(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  /** Waits for nothing: for work that only asks, and whose answer nobody needs any more. */
  public void abandon() {
    timer.shutdownNow();
    worker.shutdownNow();
  }

  /** Finishes what was handed in, for at most ten seconds. */
  @Override
  public void close() {
    timer.shutdownNow();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
