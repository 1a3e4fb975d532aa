package dev.throughline.desktop.find;

import atlantafx.base.controls.CustomTextField;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Where one types what to find. Escape empties it, Down goes to the results, Enter to the first.
 */
final class FindField extends CustomTextField {
  private final Runnable down;

  FindField(FindEverywhere model, Runnable down, Runnable openFirst) {
    this.down = down;
    textProperty().bindBidirectional(model.typedProperty());
    setPromptText(Texts.text("find.prompt"));
    setAccessibleText(Texts.text("find.title"));
    setAccessibleHelp(Texts.text("find.help"));
    setLeft(Icon.SEARCH.line());
    setOnAction(event -> openFirst.run());
    getStyleClass().add("everywhere-field");
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
      clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      down.run();
      event.consume();
    }
  }
}
