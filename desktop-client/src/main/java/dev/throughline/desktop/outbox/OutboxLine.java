package dev.throughline.desktop.outbox;

import dev.throughline.desktop.outbox.WaitingChange.Subject;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One line of the outbox, read out as one sentence. */
@PartOfView("puts a line together from controls; the line itself is a pressable box")
final class OutboxLine {
  /** Shares of the width: change, belongs to, age, size, why. The same in every line. */
  private static final List<Integer> SHARES = List.of(33, 28, 10, 10, 19);

  private OutboxLine() {}

  static GridPane head() {
    GridPane head = grid();
    head.getStyleClass().add("head");
    Label first = Labels.cap(Texts.text("outbox.column.change"));
    first.getStyleClass().add("first");
    add(head, 0, first);
    add(head, 1, Labels.cap(Texts.text("outbox.column.belongs")));
    add(head, 2, Labels.cap(Texts.text("outbox.column.age")));
    add(head, 3, Labels.cap(Texts.text("outbox.column.size")));
    add(head, 4, Labels.cap(Texts.text("outbox.column.why")));
    return head;
  }

  static GridPane columns(OutboxRow row) {
    GridPane line = grid();
    HBox change = new HBox(lead(row.subject()), grow(Labels.wrapping(Labels.body(row.change()))));
    change.getStyleClass().add("change");
    add(line, 0, change);
    add(line, 1, Labels.wrapping(Labels.small(row.belongsTo())));
    add(line, 2, Labels.small(row.age()));
    add(line, 3, Labels.small(row.size()));
    add(line, 4, Labels.wrapping(Labels.small(row.why())));
    return spoken(line, row);
  }

  static HBox twoLines(OutboxRow row) {
    String facts =
        Stream.of(row.belongsTo(), row.age(), row.size(), row.why())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(" · "));
    VBox words =
        new VBox(Labels.wrapping(Labels.body(row.change())), Labels.wrapping(Labels.small(facts)));
    words.getStyleClass().add("words");
    HBox line = new HBox(lead(row.subject()), grow(words));
    line.getStyleClass().add("tl-outbox-two");
    return spoken(line, row);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("tl-outbox-line");
    for (int share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setHalignment(isNumber(grid.getColumnConstraints().size()) ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  private static boolean isNumber(int column) {
    return column == 2 || column == 3;
  }

  private static void add(GridPane grid, int column, Node node) {
    grid.add(node, column, 0);
  }

  private static <T extends Node> T grow(T node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  private static StackPane lead(Subject subject) {
    Label icon = new Label();
    icon.setGraphic(icon(subject).line());
    StackPane lead = new StackPane(icon);
    lead.getStyleClass().add("lead");
    return lead;
  }

  static Icon icon(Subject subject) {
    return switch (subject) {
      case INTERVIEW -> Icon.SESSION;
      case NOTES -> Icon.NOTES;
      case TRANSCRIPT -> Icon.TRANSCRIPT;
      case STUDY -> Icon.STUDY;
      case PARTICIPANT -> Icon.PARTICIPANT;
      case CONFLICT -> Icon.MERGE;
      case OTHER -> Icon.ASKED;
    };
  }

  private static <T extends Node> T spoken(T line, OutboxRow row) {
    line.setAccessibleRole(AccessibleRole.LIST_ITEM);
    line.setAccessibleText(
        Texts.text(
            "outbox.spoken", row.change(), row.belongsTo(), row.age(), row.size(), row.why()));
    return line;
  }
}
