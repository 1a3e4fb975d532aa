package dev.throughline.desktop.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/** Sorts tables for those who do not click on the head of a column. */
public final class TableSort {
  private TableSort() {}

  /** The table that is shown in a part of the window, if one is that can be sorted. */
  public static Optional<TableView<?>> shown(Node part) {
    if (!part.isVisible()) {
      return Optional.empty();
    }
    if (part instanceof TableView<?> table) {
      return Optional.of(table);
    }
    return part instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(one -> shown(one).stream()).findFirst()
        : Optional.empty();
  }

  /** Sorts as a click on the head would: by that column alone, and the other way the next time. */
  public static <T> void by(TableView<T> table, TableColumn<T, ?> column) {
    boolean isAgain = table.getSortOrder().contains(column);
    boolean isRising = !isAgain || column.getSortType() == SortType.DESCENDING;
    column.setSortType(isRising ? SortType.ASCENDING : SortType.DESCENDING);
    table.getSortOrder().setAll(List.of(column));
  }

  /** Offers the columns of a table; the one it is sorted by is marked and says how. */
  public static <T> void ask(TableView<T> table) {
    ContextMenu menu = new ContextMenu();
    for (TableColumn<T, ?> column : table.getVisibleLeafColumns()) {
      if (column.isSortable() && !column.getText().isBlank()) {
        RadioMenuItem item = new RadioMenuItem(words(table, column));
        item.setSelected(table.getSortOrder().contains(column));
        item.setOnAction(_ -> by(table, column));
        menu.getItems().add(item);
      }
    }
    Bounds at = table.localToScreen(table.getLayoutBounds());
    menu.show(table, at.getMinX(), at.getMinY());
  }

  private static <T> String words(TableView<T> table, TableColumn<T, ?> column) {
    if (!table.getSortOrder().contains(column)) {
      return column.getText();
    }
    return Texts.text(
        column.getSortType() == SortType.ASCENDING ? "table.sort.rising" : "table.sort.falling",
        column.getText());
  }
}
