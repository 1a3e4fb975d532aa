package dev.throughline.desktop.library;

import atlantafx.base.controls.CustomTextField;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Narrows the list while one types. Escape empties it, Down goes on to the list. */
final class FilterField extends CustomTextField {
  private final Runnable leave;

  FilterField(LibraryViewModel model, Runnable leave) {
    this.leave = leave;
    textProperty().bindBidirectional(model.narrowing().typedProperty());
    setPromptText(Texts.text("library.filter"));
    setAccessibleText(Texts.text("library.filter"));
    setAccessibleHelp(Texts.text("library.filter.help"));
    setLeft(Icon.FILTER.line());
    getStyleClass().add("library-filter");
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
      clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ESCAPE) {
      leave.run();
      event.consume();
    }
  }
}
