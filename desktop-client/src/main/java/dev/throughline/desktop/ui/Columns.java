package dev.throughline.desktop.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Texts of any length side by side in two columns of one width, each line as high as its longer
 * text; one below the other where a column would be narrower than {@code -fx-min-width} of its
 * node. The sheet gives the gaps as padding at the left and at the top.
 */
public final class Columns extends Pane {
  private static final int COLUMNS = 2;

  public Columns(Region... texts) {
    getStyleClass().add("tl-columns");
    getChildren().addAll(texts);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return COLUMNS * widest() + hgap();
  }

  @Override
  protected double computePrefHeight(double width) {
    return lay(width < 0 ? getWidth() : width, false);
  }

  @Override
  protected void layoutChildren() {
    lay(getWidth(), true);
  }

  private double lay(double width, boolean isReal) {
    int columns = width >= COLUMNS * widest() + hgap() ? COLUMNS : 1;
    double column = (width - (columns - 1) * hgap()) / columns;
    double y = 0;
    for (int first = 0; first < getChildren().size(); first += columns) {
      int last = Math.min(first + columns, getChildren().size());
      double height = 0;
      for (Node node : getChildren().subList(first, last)) {
        height = Math.max(height, node.prefHeight(column));
      }
      for (int i = first; isReal && i < last; i++) {
        double x = (i - first) * (column + hgap());
        getChildren().get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), column, height);
      }
      y += height + vgap();
    }
    return Math.max(0, y - vgap());
  }

  private double widest() {
    return getChildren().stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
  }

  private double hgap() {
    return getPadding().getLeft();
  }

  private double vgap() {
    return getPadding().getTop();
  }
}
