package dev.throughline.desktop.walkthrough;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

/** A dimmed window with one lit place. Lets every click and key through. */
final class Spotlight extends Pane {
  /** How far the light reaches around the control. */
  private static final double MARGIN_EM = 0.45;

  private final Path scrim = new Path();
  private final Rectangle ring = new Rectangle();

  @SuppressWarnings("NullAway")
  Spotlight() {
    getStyleClass().add("walkthrough-light");
    setMouseTransparent(true);
    scrim.getStyleClass().add("scrim");
    scrim.setFillRule(FillRule.EVEN_ODD);
    scrim.setStroke(null);
    scrim.setManaged(false);
    ring.getStyleClass().add("ring");
    ring.setManaged(false);
    getChildren().setAll(scrim, ring);
    dark();
  }

  /** Lights the bounds, given in this pane's own coordinates. */
  void light(Bounds at, double em) {
    double margin = MARGIN_EM * em;
    double left = Math.max(0, at.getMinX() - margin);
    double top = Math.max(0, at.getMinY() - margin);
    double right = Math.min(getWidth(), at.getMaxX() + margin);
    double bottom = Math.min(getHeight(), at.getMaxY() + margin);
    scrim.getElements().setAll(box(0, 0, getWidth(), getHeight()));
    scrim.getElements().addAll(box(left, top, right, bottom));
    ring.setX(left);
    ring.setY(top);
    ring.setWidth(right - left);
    ring.setHeight(bottom - top);
    ring.setVisible(true);
  }

  private static List<PathElement> box(double left, double top, double right, double bottom) {
    return List.of(
        new MoveTo(left, top),
        new LineTo(right, top),
        new LineTo(right, bottom),
        new LineTo(left, bottom),
        new ClosePath());
  }

  /** Dims nothing, for a step whose control is not on the screen. */
  void dark() {
    scrim.getElements().clear();
    ring.setVisible(false);
  }
}
