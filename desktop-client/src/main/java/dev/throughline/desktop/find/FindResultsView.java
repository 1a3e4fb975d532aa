package dev.throughline.desktop.find;

import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The places as one list: Enter opens one, Escape goes back to the field. */
final class FindResultsView extends StackPane {
  private final FindEverywhere model;
  private final Runnable leave;
  private final ListView<FindRow> list;

  /** What was chosen when the last answer came. */
  private @Nullable FindRow left;

  FindResultsView(FindEverywhere model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("everywhere-results");
    list.getStyleClass().add("tl-places");
    list.setAccessibleText(Texts.text("find.results"));
    list.setCellFactory(view -> new FindCellView(model));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    model.answerProperty().subscribe((_, _) -> left = list.getSelectionModel().getSelectedItem());
    model.rows().addListener((ListChangeListener<FindRow>) _ -> chooseAgain());
    model.stateProperty().subscribe(this::show);
  }

  /** Told whenever the list gets the focus. */
  void onFocus(Runnable told) {
    list.focusedProperty()
        .subscribe(
            isFocused -> {
              if (isFocused) {
                told.run();
              }
            });
  }

  /** Whether one has been in the results already. */
  boolean isEntered() {
    return !list.getSelectionModel().isEmpty();
  }

  /** Gives the list the focus, at its first place or where one left. */
  void enter() {
    if (model.rows().isEmpty()) {
      return;
    }
    Focus.give(list);
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().select(firstLine());
    }
  }

  /** An answer replaces the rows; the place one had chosen stays chosen where it is in it. */
  private void chooseAgain() {
    if (left == null) {
      return;
    }
    FindRow chosen = left;
    List<FindRow> rows = model.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isPlaceOf(chosen)) {
        choose(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
    if (list.isFocused() && !rows.isEmpty()) {
      choose(firstLine());
    }
  }

  private void choose(int row) {
    if (list.getSelectionModel().getSelectedIndex() != row) {
      list.getSelectionModel().clearAndSelect(row);
      list.scrollTo(Math.max(0, row - 1));
    }
  }

  void openFirst() {
    if (!model.rows().isEmpty()) {
      list.getSelectionModel().select(firstLine());
      open();
    }
  }

  private int firstLine() {
    return model.rows().size() > 1 ? 1 : 0;
  }

  private void open() {
    FindRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.open(row);
    }
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      open();
    } else if (event.getCode() == KeyCode.ESCAPE || isAboveAll(event)) {
      leave.run();
    } else {
      return;
    }
    event.consume();
  }

  private boolean isAboveAll(KeyEvent event) {
    return event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0;
  }

  private void show(FindState state) {
    switch (state) {
      case READY -> getChildren().setAll(empty("find.ready", "find.ready.line"));
      case NOTHING -> getChildren().setAll(empty("find.nothing", "find.nothing.line"));
      case FOUND -> getChildren().setAll(list);
    }
  }

  private static EmptyPlace empty(String title, String line) {
    return new EmptyPlace(Icon.SEARCH, Texts.text(title), Texts.text(line));
  }
}
