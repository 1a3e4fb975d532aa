package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.CellMenu;
import dev.throughline.desktop.ui.FittingColumns;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.TableSort;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Font;

/**
 * The table itself: virtual, rows of one height, columns that leave one by one where the window
 * gets narrow. Enter opens, Delete moves to the trash.
 */
final class LibraryTable extends TableView<InterviewRow> {
  private final LibraryViewModel model;

  /** Widths follow the height of this text. */
  LibraryTable(LibraryViewModel model, ObservableValue<Font> text) {
    super(model.rows());
    this.model = model;
    getStyleClass().addAll("tl-table", "library-table");
    setAccessibleText(Texts.text("library.title"));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    for (LibraryColumn column : LibraryColumn.values()) {
      getColumns().add(column(column));
    }
    // The order lives in the sorted list below; the table only says which column was asked for.
    setSortPolicy(_ -> true);
    model
        .rows()
        .comparatorProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> getComparator() == null ? LibraryColumn.DEFAULT : getComparator(),
                comparatorProperty()));
    setRowFactory(_ -> row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    FittingColumns widths = new FittingColumns(this, text);
    for (LibraryColumn column : LibraryColumn.values()) {
      if (column == LibraryColumn.TITLE) {
        widths.rest(shown(column), column.widthEm());
      } else {
        widths.add(
            shown(column),
            column.widthEm(),
            column.shownFromEm(),
            () -> !ofServer(column) || model.hasServer().getValue());
      }
    }
    model.hasServer().subscribe(_ -> widths.fit());
  }

  /** Without a server nothing waits, and every recording is simply here. */
  private static boolean ofServer(LibraryColumn column) {
    return column == LibraryColumn.SYNC || column == LibraryColumn.SOUND;
  }

  List<InterviewRow> chosen() {
    return List.copyOf(getSelectionModel().getSelectedItems());
  }

  /** Sorts as a click on the head would; for the menu, which the keyboard reaches. */
  void sortBy(LibraryColumn column) {
    TableSort.by(this, shown(column));
  }

  private TableColumn<InterviewRow, ?> shown(LibraryColumn column) {
    return getColumns().get(column.ordinal());
  }

  private TableColumn<InterviewRow, InterviewRow> column(LibraryColumn column) {
    TableColumn<InterviewRow, InterviewRow> shown = new TableColumn<>(column.title());
    shown.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    shown.setCellFactory(_ -> new LibraryCell(column, model));
    shown.setComparator(column.order());
    shown.setReorderable(false);
    shown.setResizable(false);
    if (column == LibraryColumn.TURNS || column == LibraryColumn.LENGTH) {
      shown.getStyleClass().add("tl-numbers");
    }
    if (column == LibraryColumn.PARTICIPANT) {
      shown.getStyleClass().add("library-first");
    }
    return shown;
  }

  private TableRow<InterviewRow> row() {
    TableRow<InterviewRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
          if (isDouble && !row.isEmpty()) {
            model.open(row.getItem());
          }
        });
    CellMenu.on(row, () -> menu(row));
    return row;
  }

  private ContextMenu menu(TableRow<InterviewRow> row) {
    MenuItem open = new MenuItem(Texts.text("library.open"), Icon.SESSION.line());
    open.setOnAction(_ -> model.open(row.getItem()));
    MenuItem trash = new MenuItem(Texts.text("library.trash"), Icon.DELETE.line());
    trash.setOnAction(_ -> model.trash(chosen()));
    return new ContextMenu(open, trash);
  }

  private void press(KeyEvent event) {
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
    InterviewRow focused = getSelectionModel().getSelectedItem();
    if (!isPlain || focused == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> {
        model.open(focused);
        event.consume();
      }
      case DELETE, BACK_SPACE -> {
        model.trash(chosen());
        event.consume();
      }
      default -> {}
    }
  }
}
