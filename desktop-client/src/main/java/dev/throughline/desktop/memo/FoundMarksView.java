package dev.throughline.desktop.memo;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * Grounds behind the words that a search found: one for all of them, one for the current. Lies
 * behind the text it marks and never takes the mouse.
 */
public final class FoundMarksView extends Region {
  /** Marks drawn in one text at once; beyond this nobody tells one from another. */
  private static final int MARKS_MAX = 500;

  private final Path all = new Path();
  private final Path current = new Path();
  private Optional<Text> words = Optional.empty();
  private Found found = Found.NOTHING;

  public FoundMarksView() {
    all.getStyleClass().add("tl-found");
    current.getStyleClass().addAll("tl-found", "current");
    all.setManaged(false);
    current.setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(all, current);
  }

  /** Draws the places anew wherever the words are now. */
  public void show(Optional<Text> text, Found places) {
    words = text;
    found = places;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    all.getElements().clear();
    current.getElements().clear();
    words.filter(text -> text.getScene() != null).ifPresent(this::draw);
  }

  private void draw(Text text) {
    found.all().stream().limit(MARKS_MAX).forEach(span -> add(all, text, span));
    found.current().ifPresent(span -> add(current, text, span));
    var corner = sceneToLocal(text.localToScene(0, 0));
    for (Path path : new Path[] {all, current}) {
      path.setLayoutX(corner.getX());
      path.setLayoutY(corner.getY());
    }
  }

  private static void add(Path path, Text text, Found.Span span) {
    int length = text.getText().length();
    if (span.begin() < span.end() && span.end() <= length) {
      path.getElements().addAll(text.rangeShape(span.begin(), span.end()));
    }
  }
}
