package dev.throughline.desktop.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;

/**
 * The field above a list that narrows it while one types. Esc empties it first and then, like Down,
 * leads to the list.
 */
public final class ListFilter extends CustomTextField {
  /**
   * @param typed what is typed
   * @param name what a screen reader says
   * @param toList gives the focus to the list
   */
  public ListFilter(StringProperty typed, String name, Runnable toList) {
    textProperty().bindBidirectional(typed);
    setPromptText(Texts.text("library.filter"));
    setAccessibleText(name);
    setLeft(Icon.FILTER.line());
    getStyleClass().add("filter");
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
          } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ESCAPE) {
            toList.run();
          } else {
            return;
          }
          event.consume();
        });
  }
}
