package dev.throughline.desktop.app;

import dev.throughline.desktop.shell.Location;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * What {@code check} does once the window is there: presses the key for the second place, sees that
 * the window goes there, and closes it. For those who package the program.
 */
final class SelfCheck implements ShownWindow {
  private static final double PATIENCE_SECONDS = 60;

  private final AtomicBoolean passed = new AtomicBoolean();

  @Override
  public void shown(Stage stage, DesktopWindow window) {
    System.out.println("window shown");
    Location before = window.shell().locationProperty().get();
    window
        .shell()
        .locationProperty()
        .subscribe(
            here -> {
              if (!here.equals(before) && passed.compareAndSet(false, true)) {
                System.out.println("key accepted");
                new FxThread().run(stage::hide);
              }
            });
    PauseTransition patience = new PauseTransition(Duration.seconds(PATIENCE_SECONDS));
    patience.setOnFinished(event -> stage.hide());
    patience.play();
    new FxThread().run(SelfCheck::press);
  }

  private static void press() {
    Robot robot = new Robot();
    boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    KeyCode shortcut = isMac ? KeyCode.COMMAND : KeyCode.CONTROL;
    robot.keyPress(shortcut);
    robot.keyType(KeyCode.DIGIT2);
    robot.keyRelease(shortcut);
  }

  boolean isPassed() {
    return passed.get();
  }
}
