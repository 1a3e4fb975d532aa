package dev.throughline.desktop.transcript;

import dev.throughline.desktop.memo.Found;
import dev.throughline.desktop.memo.FoundMarksView;
import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.transcript.Segment;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * One turn: stamp, speaker, words. Gutters take the widths the sheet gives their labels; the words
 * take the rest, up to the measure that one reads well. While it is edited a text area stands where
 * the words were.
 */
final class TurnView extends Region {
  private final Label stamp = Labels.mono("");
  private final Label speaker = Labels.small("");
  private final Text words = new Text();
  private final FoundMarksView marks = new FoundMarksView();
  private final Region measure = new Region();
  private Optional<TypedAreaView> editor = Optional.empty();

  TurnView() {
    getStyleClass().add("tl-turn");
    stamp.getStyleClass().add("stamp");
    speaker.getStyleClass().add("speaker");
    speaker.setWrapText(true);
    words.getStyleClass().add("words");
    TypedAreaView.spread(words);
    measure.getStyleClass().add("measure");
    measure.setVisible(false);
    getChildren().addAll(measure, stamp, speaker, marks, words);
  }

  void show(Segment turn, String text, boolean isParticipant, Found found) {
    stamp.setText(turn.startMillis().map(TurnView::stamp).orElse(""));
    speaker.setText(turn.speaker());
    speaker.getStyleClass().remove("participant");
    if (isParticipant) {
      speaker.getStyleClass().add("participant");
    }
    words.setText(text);
    marks.show(Optional.of(words), found);
    requestLayout();
  }

  /** Does something when the time of the turn is pressed. */
  void onStamp(Runnable then) {
    stamp.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
            then.run();
          }
        });
  }

  /** Puts a text area where the words are. */
  TypedAreaView edit(SegmentEdit edit) {
    var area = new TypedAreaView(Texts.text("transcript.turn.name")).whole();
    area.getStyleClass().add("editor");
    TabLeaves.from(area);
    area.textProperty().addListener((property, before, now) -> grow(now));
    area.show(edit);
    editor = Optional.of(area);
    words.setVisible(false);
    getChildren().add(area);
    return area;
  }

  void endEdit() {
    editor.ifPresent(getChildren()::remove);
    editor = Optional.empty();
    words.setVisible(true);
  }

  private void grow(String now) {
    words.setText(now);
    requestLayout();
  }

  /** Time of a recording as hours, minutes and seconds. */
  static String stamp(long millis) {
    long seconds = millis / 1_000;
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }

  private double gutters() {
    return shown(stamp) + shown(speaker);
  }

  private static double shown(Node label) {
    return label.isManaged() ? label.prefWidth(-1) : 0;
  }

  private double wordsWidth(double width) {
    double free = width - snappedLeftInset() - snappedRightInset() - gutters();
    return Math.max(measure.minWidth(-1), Math.min(free, measure.prefWidth(-1)));
  }

  @Override
  protected double computePrefHeight(double width) {
    words.setWrappingWidth(wordsWidth(width));
    double height = words.getLayoutBounds().getHeight();
    if (speaker.isManaged()) {
      height = Math.max(height, top(speaker) + speaker.prefHeight(shown(speaker)));
    }
    return snappedTopInset() + Math.ceil(height) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + gutters() + measure.prefWidth(-1) + snappedRightInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double x = snappedLeftInset();
    double y = snappedTopInset();
    for (Label label : new Label[] {stamp, speaker}) {
      double width = shown(label);
      label.resizeRelocate(x, y + top(label), width, label.prefHeight(width));
      x += width;
    }
    double width = wordsWidth(getWidth());
    words.setWrappingWidth(width);
    words.relocate(x, y);
    marks.resizeRelocate(0, 0, getWidth(), getHeight());
    double left = x;
    editor.ifPresent(area -> layoutEditor(area, left, y, width));
  }

  /** The area's own insets stand outside, so that the words stay where they were. */
  private void layoutEditor(TypedAreaView area, double x, double y, double width) {
    double left = area.snappedLeftInset();
    double top = area.snappedTopInset();
    double height = words.getLayoutBounds().getHeight();
    area.resizeRelocate(x - left, y - top, width + 2 * left, height + 2 * top);
  }

  /** Small labels stand on the base line of the first line of words. */
  private double top(Label label) {
    return words.getBaselineOffset() - label.getBaselineOffset();
  }
}
