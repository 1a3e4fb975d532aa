package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One of the doors of the first page: what is behind it, what it costs, and its button. */
final class DoorCard extends VBox {
  DoorCard(String title) {
    getStyleClass().addAll("tl-card", "home-door");
    getChildren().add(Labels.h2(title));
  }

  DoorCard lead(Icon icon) {
    getChildren().getFirst().getStyleClass().add("after-tile");
    getChildren().addFirst(EmptyPlace.tile(icon));
    return this;
  }

  /** What is behind the door, and in a smaller line what it asks for. */
  DoorCard words(String behind, String asks) {
    getChildren()
        .addAll(
            Labels.wrapping(Labels.muted(behind)),
            Spaces.grow(),
            Labels.wrapping(Labels.small(asks)));
    return this;
  }

  DoorCard then(Node... nodes) {
    getChildren().addAll(nodes);
    return this;
  }

  /** The door one would take without thinking. */
  DoorCard chosen() {
    getStyleClass().add("chosen");
    getChildren().getFirst().getStyleClass().add("accent");
    return this;
  }
}
