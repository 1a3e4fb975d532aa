package dev.throughline.desktop.interview;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/**
 * Two halves that keep their shares when the room changes. A split pane by itself gives half of
 * every change to each, so that the smaller half shrinks away as panels come and go beside it.
 */
final class SharedSplit extends SplitPane {
  /** Half a pixel: no change of the room. */
  private static final double SAME = 0.5;

  private double share;
  private double length;

  SharedSplit() {
    getStyleClass().add("tl-split");
    setMinHeight(0);
  }

  /** Gives the first half this part of the room, 0 to 1, until somebody moves the divider. */
  void share(double first) {
    share = first;
    setDividerPositions(first);
  }

  /** What the first half has of the room now, or is to have. */
  double share() {
    return share;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getDividers().isEmpty()) {
      return;
    }
    double now = getOrientation() == Orientation.HORIZONTAL ? getWidth() : getHeight();
    if (Math.abs(now - length) > SAME) {
      length = now;
      setDividerPositions(share);
      super.layoutChildren();
    } else {
      share = getDividerPositions()[0];
    }
  }
}
