package dev.throughline.desktop.recording;

import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Label;

/** A quiet mark that nothing of a recording can be deleted; not there while it can. */
final class HeldMark extends Label {
  HeldMark() {
    getStyleClass().addAll("tl-small", "tl-muted", "held");
    setGraphic(Icon.LOCK.line());
    Hint.on(this, Texts.text("hold.mark.hint"));
    managedProperty().bind(visibleProperty());
    show("");
  }

  void show(String words) {
    setText(words);
    setVisible(!words.isEmpty());
  }
}
