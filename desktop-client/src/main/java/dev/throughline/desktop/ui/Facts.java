package dev.throughline.desktop.ui;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/**
 * Facts side by side, all equally wide; they take more lines, evenly filled, where the width asks
 * for it.
 */
public final class Facts extends Pane {
  public Facts(Fact... facts) {
    getStyleClass().add("tl-facts");
    getChildren().addAll(facts);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return widest();
  }

  @Override
  protected double computePrefWidth(double height) {
    int count = getChildren().size();
    return count * widest() + (count - 1) * gap();
  }

  @Override
  protected double computePrefHeight(double width) {
    int columns = columns(width);
    int lines = Math.ceilDiv(getChildren().size(), columns);
    return lines * tallest() + (lines - 1) * gap();
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double width = (getWidth() - (columns - 1) * gap()) / columns;
    for (int i = 0; i < getChildren().size(); i++) {
      double left = snapPositionX(i % columns * (width + gap()));
      double right = snapPositionX(i % columns * (width + gap()) + width);
      int row = i / columns;
      double top = row * (tallest() + gap());
      getChildren().get(i).resizeRelocate(left, top, right - left, tallest());
    }
  }

  private int columns(double width) {
    int count = getChildren().size();
    if (width < 0) {
      return count;
    }
    int fitting = (int) ((width + gap()) / (widest() + gap()));
    int lines = Math.ceilDiv(count, Math.clamp(fitting, 1, count));
    return Math.ceilDiv(count, lines);
  }

  private double widest() {
    return getChildren().stream().mapToDouble(fact -> fact.prefWidth(-1)).max().orElse(0);
  }

  private double tallest() {
    return getChildren().stream().mapToDouble(fact -> fact.prefHeight(-1)).max().orElse(0);
  }

  /** The sheet gives the gap as padding, so that it grows with the text. */
  private double gap() {
    return getPadding().getLeft();
  }
}
