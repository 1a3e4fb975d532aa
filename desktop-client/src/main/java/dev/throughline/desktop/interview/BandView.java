package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One quiet line below the head of the page, with what can be done about it at its end. */
final class BandView extends HBox {
  private final Label words;

  BandView(Icon icon, String text, Node... actions) {
    words = Labels.wrapping(Labels.muted(text));
    getStyleClass().add("tl-band");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(icon.line(), words, Spaces.grow());
    getChildren().addAll(actions);
  }

  /** Red words: something is not safe. */
  BandView stopped() {
    getStyleClass().add("stopped");
    return this;
  }
}
