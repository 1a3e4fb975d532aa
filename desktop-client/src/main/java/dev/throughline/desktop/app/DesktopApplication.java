package dev.throughline.desktop.app;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.failure.CrashFolder;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.Machine;
import dev.throughline.desktop.failure.StartFailure;
import dev.throughline.desktop.failure.Trail;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** The desktop in a window of its own, from start to close. */
public final class DesktopApplication {
  /** JavaFX warns of being on the class path at every start; nobody at a desktop can use that. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private DesktopApplication() {}

  /**
   * Opens the window and returns once it was closed; or leaves the files with the window that has
   * the profile open, says so, and returns at once. A start that fails is shown in a small window,
   * where there is a display.
   *
   * @throws UserError when the profile or the window cannot be opened
   */
  public static void open(Start start) throws UserError {
    open(start, ShownWindow.NOTHING);
  }

  static void open(Start start, ShownWindow then) throws UserError {
    JAVAFX.setLevel(Level.SEVERE);
    Crashes crashes =
        new Crashes(
            Machine.of(ClientWiring.VERSION, System.getProperties()),
            new Trail(),
            InstantSource.system(),
            Platform::isFxApplicationThread);
    crashes.keepIn(new CrashFolder(start.profile()));
    Thread.setDefaultUncaughtExceptionHandler(crashes);
    try {
      open(start, crashes, then);
    } catch (UserError | RuntimeException e) {
      show(StartFailure.of(e, crashes, Texts.text("failure.start.other"), start.profile()));
      throw e;
    }
  }

  private static void open(Start start, Crashes crashes, ShownWindow then) throws UserError {
    Toolkit.startSoon(WarmUp::run);
    switch (FirstStart.of(start)) {
      case FirstStart.Second() -> {
        System.out.println(Texts.text("app.handed.over"));
        Toolkit.stop();
      }
      case FirstStart.First(Profile.Opening opening) ->
          new OpenDesktop(start, crashes, then).run(opening);
    }
  }

  /** Returns once the person closed it; at once where there is no display. */
  private static void show(StartFailure failure) {
    if (!Toolkit.start()) {
      return;
    }
    CountDownLatch closed = new CountDownLatch(1);
    Platform.runLater(() -> StartFailureWindow.show(failure, closed::countDown));
    OpenDesktop.await(closed);
  }
}
