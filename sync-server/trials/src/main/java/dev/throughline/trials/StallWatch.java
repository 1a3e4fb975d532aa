package dev.throughline.trials;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Watches that the UI thread keeps answering. A stall is when it works, or waits for something of
 * ours, for longer than the limit without answering. Time in which it was ready but got no
 * processor is not its own: then others had the machine, such as the server and the other desktop
 * of a tour.
 */
final class StallWatch implements AutoCloseable {
  static final Duration LIMIT = Duration.ofMillis(100);

  private static final long BEAT_MILLIS = 10;
  private static final long LOOK_MILLIS = 5;

  /** Without a graphics card the drawing thread is slow; waiting for it is counted apart too. */
  private static final Set<String> WAITS_FOR_DRAWING =
      Set.of("waitForRenderingToComplete", "uploadPixels");

  /** Frames told of a stack beside our own. */
  private static final int FRAMES = 12;

  private final long began = System.nanoTime();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicLong answered = new AtomicLong();
  private final List<String> stalls = new ArrayList<>();
  private final Thread ui;
  private volatile boolean isClosed;
  private final AtomicInteger excused = new AtomicInteger();
  private volatile long longest;
  private int starved;

  private StallWatch(Thread ui) {
    this.ui = ui;
    Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);
  }

  /** Begins to watch the JavaFX thread. */
  static StallWatch start() {
    return new StallWatch(Hands.fx(Thread::currentThread));
  }

  /** Runs work of the trial itself on the UI thread, such as a picture, which does not count. */
  void excuse(Runnable work) {
    excused.incrementAndGet();
    try {
      work.run();
      Hands.fxRun(() -> {});
    } finally {
      excused.decrementAndGet();
    }
  }

  /** What stalled, with the stack; empty when nothing did. */
  synchronized List<String> stalls() {
    return List.copyOf(stalls);
  }

  /** The longest the thread did not answer while it counted, in milliseconds. */
  long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }

  synchronized int starved() {
    return starved;
  }

  private void watch() {
    while (!isClosed) {
      long asked = System.nanoTime();
      long worked = threads.getThreadCpuTime(ui.threadId());
      answered.set(0);
      Platform.runLater(() -> answered.set(System.nanoTime()));
      StackTraceElement[] stack = {};
      Thread.State state = Thread.State.RUNNABLE;
      boolean isExcused = excused.get() > 0;
      while (answered.get() == 0 && !isClosed) {
        isExcused |= excused.get() > 0;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        if (stack.length == 0 && System.nanoTime() - asked > LIMIT.toNanos() / 2) {
          stack = ui.getStackTrace();
          state = ui.getState();
        }
      }
      long took = answered.get() - asked;
      if (!isExcused && !isClosed) {
        note(took, threads.getThreadCpuTime(ui.threadId()) - worked, stack, state);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS));
    }
  }

  private synchronized void note(
      long took, long worked, StackTraceElement[] stack, Thread.State state) {
    boolean isDrawing =
        Arrays.stream(stack).anyMatch(at -> WAITS_FOR_DRAWING.contains(at.getMethodName()));
    // A thread that could run did so for this long; the rest of the time others had the processor.
    long stood = isDrawing ? 0 : state == Thread.State.RUNNABLE ? Math.min(worked, took) : took;
    if (took > LIMIT.toNanos() && stood <= LIMIT.toNanos()) {
      starved++;
    }
    longest = Math.max(longest, stood);
    if (stood > LIMIT.toNanos()) {
      stalls.add(
          "%s ms %s, %s of them at work, %s ms after the watch began, at %s"
              .formatted(
                  TimeUnit.NANOSECONDS.toMillis(took),
                  state,
                  TimeUnit.NANOSECONDS.toMillis(worked),
                  TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                  where(stack)));
    }
  }

  /** Where it was, and which of our own code led there. */
  private static String where(StackTraceElement[] stack) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < stack.length; i++) {
      if (i < FRAMES || stack[i].getClassName().startsWith("dev.throughline.")) {
        told.add(stack[i].toString());
      }
    }
    return String.join("\n    at ", told);
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
