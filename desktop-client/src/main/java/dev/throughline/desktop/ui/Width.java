package dev.throughline.desktop.ui;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Room for text: widths counted in text heights, so that a larger text means less room. */
public final class Width {
  private Width() {}

  /**
   * Whether a region is narrower than so many heights of the given text. A new size of the text
   * counts a moment later: it comes while styles are applied, when no node may come or go.
   */
  public static ReadOnlyBooleanProperty isBelow(double textHeights, Region region, Label text) {
    ReadOnlyBooleanWrapper isBelow = new ReadOnlyBooleanWrapper();
    Runnable measure =
        () -> {
          double width = region.getWidth();
          isBelow.set(width > 0 && width < textHeights * text.getFont().getSize());
        };
    region.widthProperty().subscribe(_ -> measure.run());
    text.fontProperty().subscribe(_ -> Platform.runLater(measure));
    return isBelow.getReadOnlyProperty();
  }
}
