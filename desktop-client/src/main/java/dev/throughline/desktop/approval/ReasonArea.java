package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.WordsArea;
import javafx.scene.control.TextFormatter;

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
    TabLeaves.from(this);
  }
}
