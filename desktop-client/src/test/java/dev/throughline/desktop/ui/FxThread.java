package dev.throughline.desktop.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Starts JavaFX once for all tests of this JVM and runs their steps on its thread. */
public final class FxThread {
  private static final long SECONDS_MAX = 60;
  private static boolean started;

  private FxThread() {}

  public static <T> T call(Callable<T> work) throws Exception {
    start();
    if (Platform.isFxApplicationThread()) {
      return work.call();
    }
    var result = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return result.get(SECONDS_MAX, TimeUnit.SECONDS);
  }

  private static synchronized void start() throws InterruptedException {
    if (started) {
      return;
    }
    started = true;
    var ready = new CountDownLatch(1);
    try {
      Platform.startup(ready::countDown);
      Platform.setImplicitExit(false);
    } catch (IllegalStateException alreadyRunning) {
      ready.countDown();
    }
    ready.await(SECONDS_MAX, TimeUnit.SECONDS);
  }
}
