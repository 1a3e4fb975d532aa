package dev.throughline.desktop.memo;

import dev.throughline.desktop.ui.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * Line numbers beside notes; the line with the caret owns the blue one. Numbers count what was
 * typed as one line, however often it wraps.
 */
final class NotesGutterView extends Region {
  /** Numbers drawn at once: more than any screen shows. */
  private static final int NUMBERS_MAX = 200;

  private final TypedAreaView area;
  private final List<Label> numbers = new ArrayList<>();

  NotesGutterView(TypedAreaView area) {
    this.area = area;
    getStyleClass().add("gutter");
    setMouseTransparent(true);
    // A line that is half scrolled away has half a number.
    Rectangle seen = new Rectangle();
    seen.widthProperty().bind(widthProperty());
    seen.heightProperty().bind(heightProperty());
    setClip(seen);
    area.textProperty().addListener(change -> requestLayout());
    area.scrollTopProperty().addListener(change -> requestLayout());
    area.caretPositionProperty().addListener(change -> requestLayout());
    area.focusedProperty().addListener(change -> requestLayout());
    area.widthProperty().addListener(change -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    int used = area.words().filter(words -> words.getScene() != null).map(this::number).orElse(0);
    for (int i = used; i < numbers.size(); i++) {
      numbers.get(i).setVisible(false);
    }
  }

  private int number(Text words) {
    String text = words.getText();
    int start = firstVisible(words, text);
    int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    int caret = area.getCaretPosition();
    int used = 0;
    while (used < NUMBERS_MAX) {
      int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
      double y = top(words, start);
      if (y > getHeight()) {
        return used;
      }
      boolean hasCaret = area.isFocused() && start <= caret && caret <= end;
      if (hasCaret || !text.substring(start, end).isBlank()) {
        put(used++, line, y, hasCaret);
      }
      if (end == text.length()) {
        return used;
      }
      start = end + 1;
      line++;
    }
    return used;
  }

  private int firstVisible(Text words, String text) {
    Point2D corner = words.sceneToLocal(localToScene(0, 0));
    int at = words.hitTest(new Point2D(0, Math.max(0, corner.getY()))).getCharIndex();
    return 1 + text.lastIndexOf('\n', Math.min(at, text.length()) - 1);
  }

  /** Where the line box of a character begins, seen from here. */
  private double top(Text words, int at) {
    double y = Double.MAX_VALUE;
    for (PathElement element : words.caretShape(at, true)) {
      if (element instanceof MoveTo to) {
        y = Math.min(y, to.getY());
      }
    }
    return sceneToLocal(words.localToScene(0, y == Double.MAX_VALUE ? 0 : y)).getY();
  }

  private void put(int at, int line, double y, boolean hasCaret) {
    while (numbers.size() <= at) {
      Label fresh = Labels.mono("");
      fresh.getStyleClass().add("number");
      numbers.add(fresh);
      getChildren().add(fresh);
    }
    Label number = numbers.get(at);
    number.setText(String.valueOf(line));
    number.setVisible(true);
    if (hasCaret != number.getStyleClass().contains("current")) {
      number.getStyleClass().remove("current");
      number.getStyleClass().addAll(hasCaret ? List.of("current") : List.of());
    }
    double x = snappedLeftInset();
    number.resizeRelocate(x, y + offset(number), getWidth() - x, number.prefHeight(-1));
  }

  /** Numbers are smaller than words; both stand on one base line. */
  private double offset(Label number) {
    number.applyCss();
    return area.words().map(Text::getBaselineOffset).orElse(0.0) - number.getBaselineOffset();
  }
}
