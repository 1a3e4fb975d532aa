package dev.throughline.desktop.ui;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Empty space that takes what is left over. */
public final class Spaces {
  private Spaces() {}

  public static Region grow() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox.setVgrow(space, Priority.ALWAYS);
    return space;
  }
}
