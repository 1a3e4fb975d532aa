package dev.throughline.desktop.interview;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys of a session page; a text with the caret has taken its own before they come here. */
final class SessionKeys {
  private final SessionViewModel model;
  private final SessionCommands commands;

  SessionKeys(SessionViewModel model, SessionCommands commands) {
    this.model = model;
    this.commands = commands;
  }

  void handle(KeyEvent event) {
    if (!event.isConsumed() && act(event)) {
      event.consume();
    }
  }

  private boolean act(KeyEvent event) {
    if (event.getCode() == KeyCode.F3) {
      return step(event.isShiftDown());
    }
    if (!event.isShortcutDown()) {
      return false;
    }
    boolean plain = !event.isShiftDown() && !event.isAltDown();
    if (event.getCode() == KeyCode.F && plain) {
      commands.find().run();
    } else if (event.getCode() == KeyCode.I && plain) {
      commands.choose().run();
    } else if (event.getCode() == KeyCode.DIGIT1 && event.isAltDown()) {
      commands.details().run();
    } else if (event.getCode() == KeyCode.Z && !event.isAltDown()) {
      undo(event.isShiftDown());
    } else {
      return false;
    }
    return true;
  }

  private void undo(boolean again) {
    if (again) {
      model.edits().redo();
    } else {
      model.edits().undo();
    }
  }

  /** Only while something is looked for; else the key is the window's. */
  private boolean step(boolean back) {
    return model
        .writingProperty()
        .get()
        .map(SessionViewModel.Writing::find)
        .filter(find -> find.openProperty().get())
        .map(find -> step(find, back))
        .orElse(false);
  }

  private static boolean step(FindViewModel find, boolean back) {
    if (back) {
      find.previous();
    } else {
      find.next();
    }
    return true;
  }
}
