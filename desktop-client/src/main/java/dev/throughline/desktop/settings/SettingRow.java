package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Labels;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * One setting: what it is and what it does at the left, its control at the right; the control below
 * where it would leave the words too little room.
 */
final class SettingRow extends HBox {
  /** The least share of the width the words need beside the control. */
  private static final double WORDS_SHARE_MIN = 0.4;

  private final VBox words = new VBox();
  private final HBox right;
  private final Label line;

  SettingRow(String name, String line, Node... controls) {
    getStyleClass().add("row");
    this.line = Labels.wrapping(Labels.small(line));
    words.getChildren().add(Labels.wrapping(Labels.body(name)));
    words.getStyleClass().add("words");
    if (!line.isEmpty()) {
      words.getChildren().add(this.line);
    }
    right = new HBox(controls);
    right.getStyleClass().add("controls");
    getChildren().addAll(words, right);
  }

  /** The second line, for settings whose meaning changes. */
  Label line() {
    return line;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return right.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double controls = right.prefHeight(-1);
    return isStacked(width)
        ? words.prefHeight(width) + gapBelow() + controls
        : Math.max(words.prefHeight(roomBeside(width)), controls);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double controlsWidth = right.prefWidth(-1);
    double controlsHeight = right.prefHeight(-1);
    if (isStacked(width)) {
      double wordsHeight = words.prefHeight(width);
      words.resizeRelocate(0, 0, width, wordsHeight);
      double top = snapPositionY(wordsHeight + gapBelow());
      right.resizeRelocate(0, top, Math.min(controlsWidth, width), controlsHeight);
      return;
    }
    double room = roomBeside(width);
    double wordsHeight = words.prefHeight(room);
    words.resizeRelocate(0, snapPositionY((getHeight() - wordsHeight) / 2), room, wordsHeight);
    right.resizeRelocate(
        snapPositionX(width - controlsWidth),
        snapPositionY((getHeight() - controlsHeight) / 2),
        controlsWidth,
        controlsHeight);
  }

  private boolean isStacked(double width) {
    boolean hasControls = right.prefWidth(-1) > 0;
    return width >= 0 && hasControls && roomBeside(width) < width * WORDS_SHARE_MIN;
  }

  private double roomBeside(double width) {
    double controls = right.prefWidth(-1);
    return width < 0 || controls == 0 ? width : width - controls - getSpacing();
  }

  /** A third of the gap beside: below, the two belong together by their left edge already. */
  private double gapBelow() {
    return snapSpaceY(getSpacing() / 3);
  }
}
