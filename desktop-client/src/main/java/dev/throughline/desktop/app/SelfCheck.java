package dev.throughline.desktop.app;

import dev.throughline.desktop.shell.Location;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * What {@code check} does once the window is there: presses the key for the second place, sees that
 * the window goes there, visits what people use most, types into the palette, and closes it. For
 * those who package the program, and for the archive of what a start loads.
 */
final class SelfCheck implements ShownWindow {
  private static final double PATIENCE_SECONDS = 60;

  /** Long enough for what a key sets going. */
  private static final double PRESSED_SECONDS = 0.6;

  /** The places in the order of their keys, a new session, and at last the palette. */
  private static final List<KeyCode> VISITED =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.COMMA,
          KeyCode.DIGIT2,
          KeyCode.N,
          KeyCode.K);

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
                new FxThread().run(() -> visit(VISITED.iterator(), stage));
              }
            });
    after(PATIENCE_SECONDS, stage::hide);
    new FxThread().run(() -> pressWithShortcut(KeyCode.DIGIT2));
  }

  private static void visit(Iterator<KeyCode> keys, Stage stage) {
    if (!keys.hasNext()) {
      new Robot().keyType(KeyCode.A);
      after(PRESSED_SECONDS, stage::hide);
      return;
    }
    pressWithShortcut(keys.next());
    after(PRESSED_SECONDS, () -> visit(keys, stage));
  }

  private static void after(double seconds, Runnable then) {
    PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
    pause.setOnFinished(event -> then.run());
    pause.play();
  }

  private static void pressWithShortcut(KeyCode key) {
    Robot robot = new Robot();
    boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    KeyCode shortcut = isMac ? KeyCode.COMMAND : KeyCode.CONTROL;
    robot.keyPress(shortcut);
    robot.keyType(key);
    robot.keyRelease(shortcut);
  }

  boolean isPassed() {
    return passed.get();
  }
}
