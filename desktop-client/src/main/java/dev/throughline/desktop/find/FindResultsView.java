package dev.throughline.desktop.find;

import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The places as one list: Enter opens one, Escape goes back to the field. */
final class FindResultsView extends StackPane {
  private final FindEverywhere model;
  private final Runnable leave;
  private final ListView<FindRow> list;

  FindResultsView(FindEverywhere model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("everywhere-results");
    list.getStyleClass().add("tl-places");
    list.setAccessibleText(Texts.text("find.results"));
    list.setCellFactory(view -> new FindCellView(model));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
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
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().select(firstLine());
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
