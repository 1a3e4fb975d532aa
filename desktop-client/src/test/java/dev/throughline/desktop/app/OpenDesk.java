package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.ui.FxThread;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** A whole desktop in a window of its own, with a keyboard and no mouse. */
final class OpenDesk implements AutoCloseable {
  private static final long SECONDS_MAX = 60;

  final ClientWiring client;
  final DesktopWindow window;
  final Stage stage;

  private OpenDesk(ClientWiring client, DesktopWindow window, Stage stage) {
    this.client = client;
    this.window = window;
    this.stage = stage;
  }

  static OpenDesk open(Path profile) throws Exception {
    Path keys = profile.resolveSibling(profile.getFileName() + "-keys");
    Profile.Opening opening = ClientWiring.openProfile(profile, KeyVaults.ofFiles(keys));
    ClientWiring client = ClientWiring.of(((Profile.Opened) opening).profile());
    Start start = new Start(profile, KeyVaults.ofFiles(keys), Optional.empty(), false);
    return FxThread.call(
        () -> {
          DesktopWindow window = DesktopWindow.open(client, start);
          Stage stage = new Stage();
          stage.setScene(window.scene(1280, 800));
          window.memory().keep(stage);
          stage.show();
          return new OpenDesk(client, window, stage);
        });
  }

  /** Waits until something holds; fails with the words after a minute. */
  static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within a minute: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  static <T> T fx(java.util.concurrent.Callable<T> work) {
    try {
      return FxThread.call(work);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Node focused() {
    return fx(() -> stage.getScene().getFocusOwner());
  }

  void press(KeyCode... keys) {
    fx(
        () -> {
          Robot robot = new Robot();
          for (int i = 0; i < keys.length - 1; i++) {
            robot.keyPress(keys[i]);
          }
          robot.keyType(keys[keys.length - 1]);
          for (int i = keys.length - 2; i >= 0; i--) {
            robot.keyRelease(keys[i]);
          }
          return null;
        });
  }

  void type(String text) {
    for (char c : text.toCharArray()) {
      press(
          c == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c))));
    }
  }

  @Override
  public void close() {
    fx(
        () -> {
          window.flush();
          window.memory().flush(stage);
          stage.hide();
          window.close();
          return null;
        });
  }
}
