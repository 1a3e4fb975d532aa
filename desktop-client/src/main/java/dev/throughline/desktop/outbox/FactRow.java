package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A fact with its icon, and lines below it that may be long: addresses, folders, sentences. */
final class FactRow extends HBox {
  private final VBox words = new VBox();

  FactRow(Icon icon, String title) {
    getStyleClass().add("tl-outbox-fact");
    Label lead = new Label();
    lead.setGraphic(icon.line());
    lead.getStyleClass().add("lead");
    words.getStyleClass().add("words");
    words.getChildren().add(Labels.wrapping(Labels.body(title)));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(lead, words);
  }

  /** Adds a line; an empty one is left out. */
  FactRow line(String text) {
    if (!text.isEmpty()) {
      words.getChildren().add(Labels.wrapping(Labels.small(text)));
    }
    return this;
  }

  /** A line that changes by itself. */
  FactRow line(ObservableValue<String> text) {
    Label line = Labels.wrapping(Labels.small(""));
    line.textProperty().bind(text);
    words.getChildren().add(line);
    return this;
  }

  /** An id, in the type that lines up. */
  FactRow id(String text) {
    words.getChildren().add(Labels.mono(text));
    return this;
  }

  /** A line in the colour of what needs a person. */
  FactRow amber(String text) {
    Label line = Labels.wrapping(Labels.small(text));
    line.getStyleClass().add("tl-stale");
    words.getChildren().add(line);
    return this;
  }

  FactRow below(Node node) {
    words.getChildren().add(node);
    return this;
  }

  FactRow attention() {
    getStyleClass().add("attention");
    return this;
  }
}
