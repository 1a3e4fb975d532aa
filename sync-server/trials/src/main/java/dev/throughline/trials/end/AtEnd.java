package dev.throughline.trials.end;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What must not outlive this process: servers, databases and desktops it has started. Whether it
 * comes to its end, breaks off or is told to stop by a signal, what is still there is stopped, the
 * newest first. Only {@code kill -9} leaves them behind.
 */
public final class AtEnd {
  private static final AtEnd OURS = new AtEnd();

  private final Map<Object, Runnable> stops = new LinkedHashMap<>();
  private boolean isOver;

  private AtEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
  }

  /** Starts something, which may fail. */
  @FunctionalInterface
  public interface Start<T, E extends Exception> {
    T start() throws E;
  }

  /**
   * Starts something that is stopped at the end. An end meanwhile waits until it has started, so
   * that nothing is left behind half way.
   *
   * @throws IllegalStateException when the end has come
   */
  public static <T, E extends Exception> T stop(Start<T, E> start, Consumer<? super T> stop)
      throws E {
    synchronized (OURS) {
      if (OURS.isOver) {
        throw new IllegalStateException("this process is about to end");
      }
      T started = start.start();
      OURS.stops.put(started, () -> stop.accept(started));
      return started;
    }
  }

  /** What was started has been stopped, or has ended by itself. */
  public static void hasStopped(Object started) {
    synchronized (OURS) {
      OURS.stops.remove(started);
    }
  }

  private synchronized void stopAll() {
    isOver = true;
    for (Runnable stop : List.copyOf(stops.values()).reversed()) {
      try {
        stop.run();
      } catch (RuntimeException e) {
        System.err.println("Something was left running: " + e);
      }
    }
  }
}
