package dev.throughline.desktop.handoff;

import dev.throughline.desktop.ui.FittingColumns;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The handoffs as a virtual table. Enter opens. */
final class HandoffTable extends TableView<HandoffRow> {
  private static final double IDEA_EM = 27;
  private static final double STAGE_EM = 15;
  private static final double OWNER_EM = 11;
  private static final double TITLE_EM = 14;

  private final HandoffsViewModel model;

  HandoffTable(HandoffsViewModel model, ObservableValue<Font> text) {
    this.model = model;
    SortedList<HandoffRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getStyleClass().addAll("tl-table", "handoff-table");
    setAccessibleText(Texts.text("handoff.place"));
    FittingColumns widths = new FittingColumns(this, text);
    TableColumn<HandoffRow, HandoffRow> title =
        column("title", Comparator.comparing(HandoffRow::title), HandoffRow::title);
    title.getStyleClass().add("tl-edge");
    TableColumn<HandoffRow, HandoffRow> idea =
        column("idea", Comparator.comparing(HandoffRow::idea), HandoffRow::idea);
    TableColumn<HandoffRow, HandoffRow> stage =
        column(
            "stage",
            Comparator.comparing(HandoffRow::stage).thenComparing(HandoffRow::version),
            row -> "");
    stage.setCellFactory(_ -> new StageCell());
    TableColumn<HandoffRow, HandoffRow> owner =
        column("owner", Comparator.comparing(HandoffRow::owner), HandoffRow::owner);
    getColumns().add(title);
    getColumns().add(idea);
    getColumns().add(stage);
    getColumns().add(owner);
    widths.rest(title, TITLE_EM);
    widths.add(idea, IDEA_EM, TITLE_EM + IDEA_EM + STAGE_EM, () -> true);
    widths.add(stage, STAGE_EM, 0, () -> true);
    widths.add(owner, OWNER_EM, TITLE_EM + IDEA_EM + STAGE_EM + OWNER_EM, () -> true);
    setRowFactory(_ -> row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Gives the focus to the table, at the chosen row or the first. */
  void enter() {
    Focus.give(this);
    if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
      getSelectionModel().clearAndSelect(0);
    }
  }

  private static TableColumn<HandoffRow, HandoffRow> column(
      String name, Comparator<HandoffRow> order, Function<HandoffRow, String> words) {
    TableColumn<HandoffRow, HandoffRow> shown =
        new TableColumn<>(Texts.text("handoff.column." + name));
    shown.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    shown.setCellFactory(_ -> new WordsCell(words, !name.equals("title")));
    shown.setComparator(order);
    shown.setReorderable(false);
    shown.setResizable(false);
    return shown;
  }

  private TableRow<HandoffRow> row() {
    TableRow<HandoffRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
          if (isDouble && !row.isEmpty()) {
            model.open(row.getItem().id());
          }
        });
    return row;
  }

  private void press(KeyEvent event) {
    HandoffRow row = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER
        && !event.isShortcutDown()
        && !event.isAltDown()
        && row != null) {
      model.open(row.id());
      event.consume();
    }
  }

  private static final class WordsCell extends TableCell<HandoffRow, HandoffRow> {
    private final Function<HandoffRow, String> words;

    WordsCell(Function<HandoffRow, String> words, boolean isMuted) {
      this.words = words;
      if (isMuted) {
        getStyleClass().add("tl-muted");
      }
    }

    @Override
    protected void updateItem(@Nullable HandoffRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setText(row == null || isEmpty ? "" : words.apply(row));
    }
  }

  private static final class StageCell extends TableCell<HandoffRow, HandoffRow> {
    @Override
    protected void updateItem(@Nullable HandoffRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setGraphic(row == null || isEmpty ? null : HandoffPage.chip(row));
    }
  }
}
