package dev.throughline.desktop.ui;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** An inset that holds facts inside a sheet; never one inside another. */
public final class Well extends HBox {
  public Well(Node... content) {
    super(content);
    getStyleClass().add("tl-well");
  }
}
