package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.WordsArea;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where somebody says why, on a sheet. */
public final class ReasonArea extends WordsArea {
  private static final int ROWS = 4;

  /**
   * An empty one.
   *
   * @param prompt what is asked; also its accessible name
   * @param lengthMax characters it takes
   */
  public ReasonArea(String prompt, int lengthMax) {
    setPromptText(prompt);
    setAccessibleText(prompt);
    setPrefRowCount(ROWS);
    setWrapText(true);
    setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().length() <= lengthMax ? change : null));
    addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
  }

  /** A tab is no part of a reason; it goes on. */
  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
  }
}
