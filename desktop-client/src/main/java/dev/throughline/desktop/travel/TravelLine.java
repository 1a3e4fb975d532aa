package dev.throughline.desktop.travel;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** One recording on its way, read out as one sentence. */
@PartOfView("puts a line together from controls; the line itself is a box")
final class TravelLine {
  /** Shares of the width: which recording, how much of it, how it stands. */
  private static final List<Integer> SHARES = List.of(50, 20, 30);

  private TravelLine() {}

  static GridPane columns(TravelRow row) {
    GridPane line = new GridPane();
    line.getStyleClass().addAll("tl-outbox-line", "travel-line");
    for (int share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      line.getColumnConstraints().add(column);
    }
    line.getColumnConstraints().get(1).setHalignment(HPos.RIGHT);
    VBox words =
        new VBox(
            Labels.wrapping(Labels.body(row.name())), Labels.wrapping(Labels.small(row.what())));
    words.setMinWidth(0);
    HBox which = new HBox(lead(row), grow(words));
    which.getStyleClass().add("change");
    line.add(which, 0, 0);
    Label size = Labels.wrapping(Labels.small(row.size()));
    size.setTextAlignment(TextAlignment.RIGHT);
    line.add(size, 1, 0);
    line.add(state(row), 2, 0);
    return spoken(line, row);
  }

  static HBox twoLines(TravelRow row) {
    String facts =
        Stream.of(row.what(), row.size(), row.isMoving() ? "" : row.state())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(" · "));
    VBox words =
        new VBox(Labels.wrapping(Labels.body(row.name())), Labels.wrapping(Labels.small(facts)));
    if (row.isMoving()) {
      words.getChildren().add(state(row));
    }
    words.getStyleClass().add("words");
    HBox line = new HBox(lead(row), grow(words));
    line.getStyleClass().addAll("tl-outbox-two", "travel-line");
    return spoken(line, row);
  }

  /** Bar and words while it moves, words alone while it waits. */
  private static Node state(TravelRow row) {
    Label words = Labels.wrapping(Labels.small(row.state()));
    if (!row.isMoving()) {
      return words;
    }
    ProgressBar bar = new ProgressBar(row.share());
    bar.setAccessibleText(row.state());
    words.setWrapText(false);
    words.setMinWidth(Label.USE_PREF_SIZE);
    HBox both = new HBox(bar, words);
    both.getStyleClass().add("moving");
    return both;
  }

  private static StackPane lead(TravelRow row) {
    Label icon = new Label();
    icon.setGraphic((row.isUp() ? Icon.RECORDING : Icon.IMPORT).line());
    StackPane lead = new StackPane(icon);
    lead.getStyleClass().add("lead");
    return lead;
  }

  private static <T extends Node> T grow(T node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  private static <T extends Node> T spoken(T line, TravelRow row) {
    line.setAccessibleRole(AccessibleRole.LIST_ITEM);
    line.setAccessibleText(row.spoken());
    return line;
  }
}
