package dev.throughline.desktop.recording;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** How loud the last minute was, the newest at the right. */
final class LateWave extends VBox {
  private static final int BARS = 120;
  private static final long BAR_MILLIS = 500;
  private static final double QUIETEST = -48;

  private final Deque<Double> heights = new ArrayDeque<>();
  private final Path bars = new Path();
  private final Pane room = new Pane(bars);
  private double loudest;
  private long next;

  LateWave() {
    getStyleClass().add("late-wave");
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(Texts.text("recording.late"));
    bars.getStyleClass().add("bars");
    room.getStyleClass().add("room");
    getChildren().addAll(room, Labels.cap(Texts.text("recording.late")));
  }

  /**
   * Takes what is heard.
   *
   * @param atMillis of the recording; a pause adds nothing
   * @param peak in dB
   */
  void add(long atMillis, double peak) {
    loudest = Math.max(loudest, Math.clamp(1 - peak / QUIETEST, 0, 1));
    if (atMillis >= next) {
      next = atMillis + BAR_MILLIS;
      heights.addLast(loudest);
      loudest = 0;
      if (heights.size() > BARS) {
        heights.removeFirst();
      }
      draw();
    }
  }

  private void draw() {
    double height = room.getHeight();
    double pitch = room.getWidth() / BARS;
    bars.getElements().clear();
    int at = BARS - heights.size();
    for (double one : heights) {
      double half = Math.max(0.5, one * height / 2 - 1);
      double x = Math.floor(at++ * pitch) + 0.5;
      bars.getElements().add(new MoveTo(x, height / 2 - half));
      bars.getElements().add(new LineTo(x, height / 2 + half));
    }
  }
}
