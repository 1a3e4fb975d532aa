package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;

/** A text area whose words leave by the {@link CopyGate} it stands behind; cutting copies too. */
public class WordsArea extends TextArea {
  @Override
  public void copy() {
    String chosen = getSelectedText();
    if (!chosen.isEmpty()) {
      CopyGate.above(this).copied(chosen);
    }
  }

  @Override
  public void paste() {
    Optional<String> words = CopyGate.above(this).pasted();
    if (words.equals(Optional.ofNullable(Clipboard.getSystemClipboard().getString()))) {
      // As the control does it, so that it is one step to take back.
      super.paste();
    } else {
      words.ifPresent(this::replaceSelection);
    }
  }
}
