package dev.throughline.desktop.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

/** The mark of the app: a thread between two knots. Grows with the text around it. */
public final class ThreadMark extends Label {
  private static final String THREAD =
      "M2.6 15.4 C5.6 15.4 5.4 9.4 7.8 9.4 C10.2 9.4 10.2 12.6 12.4 12.6 "
          + "C15.4 12.6 15.4 2.6 19.4 2.6";

  /** The text height the thread is drawn for. */
  private static final double DRAWN_AT = 13;

  public ThreadMark() {
    getStyleClass().add("tl-thread");
    setAccessibleRole(AccessibleRole.NODE);
    var line = new SVGPath();
    line.setContent(THREAD);
    line.getStyleClass().add("line");
    var drawing = new Group(line, knot(2.6, 15.4), knot(19.4, 2.6));
    setGraphic(new Group(drawing));
    fontProperty()
        .map(font -> font.getSize() / DRAWN_AT)
        .subscribe(
            scale -> {
              drawing.setScaleX(scale);
              drawing.setScaleY(scale);
            });
  }

  private static Circle knot(double x, double y) {
    var knot = new Circle(x, y, 2.6);
    knot.getStyleClass().add("knot");
    return knot;
  }
}
