package dev.throughline.desktop.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** How wide a region is in text heights, so that a layout answers to window and text size alike. */
public final class EmWidth {
  private EmWidth() {}

  /** The gauge is any label in body size that stands in the region for good. */
  public static DoubleBinding of(Region region, Labeled gauge) {
    return Bindings.createDoubleBinding(
        () -> region.getWidth() / gauge.getFont().getSize(),
        region.widthProperty(),
        gauge.fontProperty());
  }
}
