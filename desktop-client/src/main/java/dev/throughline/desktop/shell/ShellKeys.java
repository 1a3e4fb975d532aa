package dev.throughline.desktop.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the window itself; whatever they do not take goes on to the place. */
final class ShellKeys {
  private static final KeyCombination SETTINGS =
      new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination BACK =
      new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
  private static final KeyCombination FORWARD =
      new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);

  private final ShellViewModel model;
  private final Runnable openSettings;
  private final Runnable nextPane;

  ShellKeys(ShellViewModel model, Runnable openSettings, Runnable nextPane) {
    this.model = model;
    this.openSettings = openSettings;
    this.nextPane = nextPane;
  }

  void handle(KeyEvent event) {
    if (act(event)) {
      event.consume();
    }
  }

  private boolean act(KeyEvent event) {
    if (BACK.match(event)) {
      model.back();
    } else if (FORWARD.match(event)) {
      model.forward();
    } else if (SETTINGS.match(event)) {
      openSettings.run();
    } else if (event.getCode() == KeyCode.F6) {
      nextPane.run();
    } else {
      return openNumbered(event);
    }
    return true;
  }

  private boolean openNumbered(KeyEvent event) {
    int number = event.getCode().getCode() - KeyCode.DIGIT0.getCode();
    boolean plain = event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (!plain || number < 1 || number > Math.min(9, model.places().size())) {
      return false;
    }
    model.open(model.places().get(number - 1).id());
    return true;
  }
}
