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
  private final Path empty = new Path();
  private final Pane room = new Pane(empty, bars);
  private double loudest;
  private long next;

  LateWave() {
    getStyleClass().add("late-wave");
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(Texts.text("recording.late"));
    bars.getStyleClass().add("bars");
    empty.getStyleClass().add("empty");
    room.getStyleClass().add("room");
    room.widthProperty().subscribe(_ -> draw());
    room.heightProperty().subscribe(_ -> draw());
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
    empty.getElements().clear();
    int at = 0;
    while (at < BARS - heights.size()) {
      bar(empty, at++ * pitch, height / 2, 0.5);
    }
    for (double one : heights) {
      bar(bars, at++ * pitch, height / 2, Math.max(0.5, one * height / 2 - 1));
    }
  }

  private static void bar(Path path, double left, double middle, double half) {
    double x = Math.floor(left) + 0.5;
    path.getElements().add(new MoveTo(x, middle - half));
    path.getElements().add(new LineTo(x, middle + half));
  }
}
