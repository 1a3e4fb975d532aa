package dev.throughline.trials.bench;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.app.DesktopApplication;
import dev.throughline.desktop.app.Start;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/** The desktop as people start it, until the palette has taken a letter. */
public final class StartedDesktop {
  private StartedDesktop() {}

  public static void main(String[] args) throws Exception {
    Thread.ofPlatform().daemon().start(StartedDesktop::watch);
    DesktopApplication.open(
        new Start(Path.of(args[0]), KeyVaults.ofFiles(Path.of(args[1])), Optional.empty(), false));
  }

  private static void watch() {
    while (true) {
      try {
        Platform.runLater(StartedDesktop::look);
        return;
      } catch (IllegalStateException _) {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static void look() {
    new javafx.animation.AnimationTimer() {
      @Override
      public void handle(long now) {
        for (Window window : Window.getWindows()) {
          if (window.isShowing() && window.getScene() != null) {
            press(window);
            stop();
            return;
          }
        }
      }
    }.start();
  }

  private static void press(Window window) {
    var palette = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    javafx.event.Event.fireEvent(
        window.getScene().getRoot(),
        new javafx.scene.input.KeyEvent(
            javafx.scene.input.KeyEvent.KEY_PRESSED,
            "",
            "",
            palette.getCode(),
            false,
            true,
            false,
            true));
    Node owner = window.getScene().getFocusOwner();
    if (owner instanceof TextField field) {
      BareWindow.typeUntilTaken(field);
    }
  }
}
