package dev.throughline.desktop.ui;

import javafx.scene.control.TextArea;

/** A text area whose words leave by the {@link CopyGate} it stands behind. */
public class WordsArea extends TextArea {
  @Override
  public void copy() {
    String chosen = getSelectedText();
    if (!chosen.isEmpty()) {
      CopyGate.above(this).copied(chosen);
    }
  }

  @Override
  public void cut() {
    String chosen = getSelectedText();
    if (!chosen.isEmpty()) {
      CopyGate.above(this).copied(chosen);
      replaceSelection("");
    }
  }

  @Override
  public void paste() {
    CopyGate.above(this).pasted().ifPresent(this::replaceSelection);
  }
}
