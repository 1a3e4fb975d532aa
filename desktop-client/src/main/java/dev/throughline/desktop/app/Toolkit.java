package dev.throughline.desktop.app;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Brings JavaFX up, or says that there is no display to bring it up on. */
final class Toolkit {
  /** A toolkit that takes longer will not come; some failures of it reach nobody. */
  private static final long SECONDS_MAX = 30;

  private static boolean isTried;
  private static boolean isUp;

  private Toolkit() {}

  /** Begins to bring JavaFX up and returns at once; {@link #start} waits for it and answers. */
  static void startSoon(Runnable first) {
    Thread.ofPlatform()
        .daemon()
        .name("toolkit")
        .start(
            () -> {
              if (start()) {
                Platform.runLater(first);
              }
            });
  }

  /** Whether windows can be shown; the answer of the first call holds for the process. */
  static synchronized boolean start() {
    if (!isTried) {
      isTried = true;
      isUp = hasDisplay(System.getenv(), System.getProperties()) && begin();
    }
    return isUp;
  }

  /** Ends what was begun too early, so that the process can end; no window may be open. */
  static void stop() {
    if (start()) {
      Platform.exit();
    }
  }

  /** JavaFX waits for ever on a Linux without one, so it is not asked there. */
  static boolean hasDisplay(Map<String, String> environment, Map<?, ?> properties) {
    boolean isLinux =
        String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT).contains("linux");
    boolean isHeadless =
        "Headless".equalsIgnoreCase(String.valueOf(properties.get("glass.platform")));
    return !isLinux
        || isHeadless
        || !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  private static boolean begin() {
    CountDownLatch up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
      return up.await(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (IllegalStateException _) {
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (RuntimeException | LinkageError _) {
      return false;
    }
  }
}
