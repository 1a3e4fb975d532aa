package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.IdeaStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The columns side by side on the canvas; they scroll sideways where the window is too narrow. */
final class IdeaBoardView extends ScrollPane {
  private final List<IdeaColumnView> columns = new ArrayList<>();

  IdeaBoardView(IdeasViewModel model) {
    getStyleClass().add("idea-board");
    setFitToHeight(true);
    setFitToWidth(true);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setAccessibleText(Texts.text("idea.board"));
    HBox row = new HBox();
    row.getStyleClass().add("columns");
    for (IdeaStatus status : IdeaStatus.values()) {
      IdeaColumnView column = new IdeaColumnView(model, status, by -> go(status.ordinal(), by));
      columns.add(column);
      HBox.setHgrow(column, Priority.ALWAYS);
      row.getChildren().add(column);
    }
    setContent(row);
    model.chosenProperty().subscribe(this::mark);
  }

  /** Goes on to the next column that has a card. */
  private void go(int from, int by) {
    int index = columns.get(from).chosenIndex();
    for (int at = from + by; at >= 0 && at < columns.size(); at += by) {
      if (!columns.get(at).isEmpty()) {
        columns.get(at).enter(index);
        return;
      }
    }
  }

  /** The focus follows a card into its new column. */
  private void mark(Optional<RecordId> chosen) {
    boolean hadFocus = columns.stream().anyMatch(IdeaColumnView::hasFocus);
    for (IdeaColumnView column : columns) {
      boolean isHere = column.mark(chosen);
      if (isHere && hadFocus && !column.hasFocus()) {
        column.enter(column.chosenIndex());
      }
    }
  }

  /** Gives the focus to the chosen card, or to the first there is. */
  void enter() {
    columns.stream()
        .filter(IdeaColumnView::hasChosen)
        .findFirst()
        .or(() -> columns.stream().filter(column -> !column.isEmpty()).findFirst())
        .ifPresent(column -> column.enter(column.chosenIndex()));
  }
}
