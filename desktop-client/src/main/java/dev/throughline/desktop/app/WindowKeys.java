package dev.throughline.desktop.app;

import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Keys that mean the same everywhere in the window. Inside a text field its own undo comes first.
 */
final class WindowKeys {
  private static final KeyCombination NEW = key(KeyCode.N);
  private static final KeyCombination FIND = key(KeyCode.F);
  private static final KeyCombination UNDO = key(KeyCode.Z);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final Models models;
  private final LibraryPages library;
  private final UndoLog undo;
  private final Background background;
  private final UiThread ui;
  private final Toasts toasts;

  WindowKeys(
      Models models,
      LibraryPages library,
      UndoLog undo,
      Background background,
      UiThread ui,
      Toasts toasts) {
    this.models = models;
    this.library = library;
    this.undo = undo;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
  }

  void on(Region window) {
    window.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(window, event));
  }

  private void handle(Region window, KeyEvent event) {
    if (NEW.match(event)) {
      models.library().newInterview();
    } else if (FIND.match(event) && library.find()) {
      event.consume();
      return;
    } else if (isTyping(window)) {
      return;
    } else if (REDO.match(event)) {
      move(undo::redo, "app.redone");
    } else if (UNDO.match(event)) {
      move(undo::undo, "app.undone");
    } else {
      return;
    }
    event.consume();
  }

  private static boolean isTyping(Region window) {
    Node owner = window.getScene().getFocusOwner();
    return owner instanceof TextInputControl;
  }

  private void move(Supplier<UndoResult> step, String done) {
    background.run(
        () -> {
          UndoResult result = step.get();
          ui.run(() -> say(result, done));
        });
  }

  private void say(UndoResult result, String done) {
    switch (result) {
      case UndoResult.Done(String label) -> toasts.accept(Toast.done(Texts.text(done, label), ""));
      case UndoResult.Nothing() -> {}
      case UndoResult.ChangedSince(String label) ->
          toasts.accept(
              Toast.failed(
                  Texts.text("app.undo.changed", label), Texts.text("app.undo.changed.detail")));
      case UndoResult.NotSaved(String code, String sentence) ->
          toasts.accept(Toast.failed(Texts.text("app.undo.failed"), sentence + " " + code));
    }
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
