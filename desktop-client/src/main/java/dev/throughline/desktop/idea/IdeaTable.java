package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.CellMenu;
import dev.throughline.desktop.ui.FittingColumns;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The ideas as a virtual table. Enter opens, Delete moves to the trash. */
final class IdeaTable extends TableView<IdeaRow> {
  private final IdeasViewModel model;
  private boolean isMarking;

  IdeaTable(IdeasViewModel model, ObservableValue<Font> text) {
    this.model = model;
    SortedList<IdeaRow> sorted = new SortedList<>(model.all());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getStyleClass().addAll("tl-table", "idea-table");
    setAccessibleText(Texts.text("idea.title"));
    Label nothing = new Label(Texts.text("idea.noMatch"));
    setPlaceholder(nothing);
    FittingColumns widths = new FittingColumns(this, text);
    for (IdeaColumn column : IdeaColumn.values()) {
      TableColumn<IdeaRow, IdeaRow> shown = column(column);
      getColumns().add(shown);
      if (column == IdeaColumn.TITLE) {
        widths.rest(shown, column.widthEm());
      } else {
        widths.add(shown, column.widthEm(), column.shownFromEm(), () -> true);
      }
    }
    setRowFactory(_ -> row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !isMarking) {
                model.chosenProperty().set(Optional.of(row.id()));
              }
            });
    model.chosenProperty().subscribe(this::mark);
  }

  /** Gives the focus to the table, at the chosen row or the first. */
  void enter() {
    Focus.give(this);
    if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
      getSelectionModel().clearAndSelect(0);
    }
  }

  private void mark(Optional<RecordId> chosen) {
    isMarking = true;
    Optional<IdeaRow> row =
        chosen.flatMap(id -> getItems().stream().filter(it -> it.id().equals(id)).findFirst());
    row.ifPresentOrElse(
        its -> {
          if (!its.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().clearSelection();
            getSelectionModel().select(its);
          }
        },
        getSelectionModel()::clearSelection);
    isMarking = false;
  }

  private static TableColumn<IdeaRow, IdeaRow> column(IdeaColumn column) {
    TableColumn<IdeaRow, IdeaRow> shown = new TableColumn<>(column.title());
    shown.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    shown.setCellFactory(_ -> new Cell(column));
    shown.setComparator(column.order());
    shown.setReorderable(false);
    shown.setResizable(false);
    if (column.isNumber()) {
      shown.getStyleClass().add("tl-numbers");
    }
    if (column == IdeaColumn.TITLE) {
      shown.getStyleClass().add("tl-edge");
    }
    return shown;
  }

  private TableRow<IdeaRow> row() {
    TableRow<IdeaRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
          if (isDouble && !row.isEmpty()) {
            model.open(row.getItem().id());
          }
        });
    CellMenu.on(row, () -> menu(row));
    return row;
  }

  private ContextMenu menu(TableRow<IdeaRow> row) {
    MenuItem open = new MenuItem(Texts.text("idea.open"), Icon.IDEA.line());
    open.setOnAction(_ -> model.open(row.getItem().id()));
    MenuItem trash = new MenuItem(Texts.text("idea.trash"), Icon.DELETE.line());
    trash.setOnAction(_ -> model.trashChosen());
    return new ContextMenu(open, trash);
  }

  private void press(KeyEvent event) {
    IdeaRow row = getSelectionModel().getSelectedItem();
    if (event.isShortcutDown() || event.isAltDown() || row == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> model.open(row.id());
      case DELETE, BACK_SPACE -> model.trashChosen();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static final class Cell extends TableCell<IdeaRow, IdeaRow> {
    private final IdeaColumn column;

    Cell(IdeaColumn column) {
      this.column = column;
      Hint.whole(this);
    }

    @Override
    protected void updateItem(@Nullable IdeaRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      getStyleClass().removeAll("tl-stale", "tl-muted");
      if (row == null || isEmpty) {
        setText("");
        return;
      }
      setText(column.words(row));
      if (column.isLacking(row)) {
        getStyleClass().add("tl-stale");
      } else if (column != IdeaColumn.TITLE) {
        getStyleClass().add("tl-muted");
      }
    }
  }
}
