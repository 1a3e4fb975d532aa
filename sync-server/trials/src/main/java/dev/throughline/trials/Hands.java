package dev.throughline.trials;

import dev.throughline.desktop.ui.KeyChord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** A person's hands and eyes: finds things by what they say, clicks and types with a robot. */
public final class Hands {
  private static final long FX_SECONDS_MAX = 60;
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MILLIS = 25;

  private Hands() {}

  /** Runs on the JavaFX thread and waits for it. */
  static <T> T fx(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(FX_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the window did not answer", e);
    }
  }

  static void fxRun(Runnable work) {
    fx(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until something holds, as a person would; fails with the sentence after a minute. */
  public static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + WAIT_MAX.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not happen within a minute: " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS));
    }
  }

  /** The first visible node below a parent that fits; on the JavaFX thread. */
  static Optional<Node> find(Parent parent, Predicate<Node> fits) {
    return all(parent, fits).stream().findFirst();
  }

  static List<Node> all(Parent parent, Predicate<Node> fits) {
    List<Node> found = new ArrayList<>();
    collect(parent, fits, found);
    return found;
  }

  private static void collect(Node node, Predicate<Node> fits, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (fits.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, fits, found));
    }
  }

  /** Whether a button or link says exactly this, on its face or to a screen reader. */
  static Predicate<Node> says(String words) {
    return node ->
        node instanceof ButtonBase button
            && (words.equals(button.getText()) || words.equals(button.getAccessibleText()));
  }

  /** Clicks the middle of the node with the left button. */
  static void click(Parent window, Predicate<Node> fits, String what) {
    await(what, () -> fx(() -> find(window, fits).isPresent()));
    fxRun(
        () -> {
          Node node = find(window, fits).orElseThrow();
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          Robot robot = new Robot();
          robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
          robot.mouseClick(MouseButton.PRIMARY);
        });
  }

  /** Types lower-case letters and spaces into whatever has the keyboard. */
  static void type(String text) {
    for (char c : text.toCharArray()) {
      fxRun(() -> new Robot().keyType(key(c)));
    }
  }

  /** Presses a chord wherever the focus of the window is. */
  static void press(Parent window, String chord) {
    KeyChord pressed = KeyChord.of(chord);
    fxRun(
        () ->
            Event.fireEvent(
                focus(window),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    KeyEvent.CHAR_UNDEFINED,
                    "",
                    code(pressed.key()),
                    pressed.holds(KeyChord.Held.SHIFT),
                    pressed.holds(KeyChord.Held.CTRL),
                    pressed.holds(KeyChord.Held.ALT),
                    false)));
  }

  /** Types any characters wherever the focus of the window is. */
  static void write(Parent window, String text) {
    for (char c : text.toCharArray()) {
      fxRun(
          () ->
              Event.fireEvent(
                  focus(window),
                  new KeyEvent(
                      KeyEvent.KEY_TYPED,
                      String.valueOf(c),
                      "",
                      KeyCode.UNDEFINED,
                      false,
                      false,
                      false,
                      false)));
    }
  }

  private static Node focus(Parent window) {
    return Optional.ofNullable(window.getScene().getFocusOwner()).orElse(window);
  }

  private static KeyCode code(String key) {
    return KeyCode.valueOf(key.toUpperCase(java.util.Locale.ROOT));
  }

  private static KeyCode key(char c) {
    return switch (c) {
      case ' ' -> KeyCode.SPACE;
      case '\n' -> KeyCode.ENTER;
      default -> KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c)));
    };
  }
}
