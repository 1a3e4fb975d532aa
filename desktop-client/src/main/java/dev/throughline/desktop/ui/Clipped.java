package dev.throughline.desktop.ui;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Keeps a region from drawing over others where it has hardly any room. */
public final class Clipped {
  private Clipped() {}

  public static void toBounds(Region region) {
    Rectangle bounds = new Rectangle();
    bounds.widthProperty().bind(region.widthProperty());
    bounds.heightProperty().bind(region.heightProperty());
    region.setClip(bounds);
  }
}
