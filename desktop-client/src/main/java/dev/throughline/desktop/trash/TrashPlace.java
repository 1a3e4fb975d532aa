package dev.throughline.desktop.trash;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;

/** What is in the trash; chosen rows go back with Enter or the button. */
public final class TrashPlace extends StackPane {
  private final TrashViewModel model;
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader(Texts.text("trash.title"));
  private final CustomTextField filter = new CustomTextField();
  private final ComboBox<TrashViewModel.KindChoice> kind = new ComboBox<>();
  private final ListView<TrashRow> list;
  private final Label chosen = Labels.wrapping(Labels.small(""));
  private final BorderPane content = new BorderPane();
  private final Button restore;
  private final Button history;
  private boolean isFilling;

  public TrashPlace(TrashViewModel model) {
    this.model = model;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("trash");
    restore = Buttons.primary(Texts.text("trash.restore"), Icon.UNDO, model::restore);
    history = Buttons.standard(Texts.text("trash.history"), Icon.STALE, model::history);
    setUpFilter();
    setUpList();
    HBox foot = new HBox(chosen, history, restore);
    chosen.setMinWidth(0);
    chosen.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(chosen, Priority.ALWAYS);
    foot.getStyleClass().addAll("foot", "trash-foot");
    content.setCenter(list);
    content.setBottom(foot);
    sheet.header(header.second(Texts.text("trash.line")).actions(kind, filter));
    getChildren().add(sheet);
    model.rows().addListener((InvalidationListener) _ -> show());
    model.loadedProperty().subscribe(_ -> show());
    sceneProperty().subscribe(scene -> model.setShowing(scene != null));
    choose();
    show();
  }

  /** Gives the focus to the list. */
  @Override
  public void requestFocus() {
    Focus.give(list);
  }

  private void setUpFilter() {
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.setPromptText(Texts.text("library.filter"));
    filter.setAccessibleText(Texts.text("trash.filter"));
    filter.setLeft(Icon.FILTER.line());
    filter.getStyleClass().add("filter");
    model.kinds().addListener((InvalidationListener) _ -> fillKinds());
    fillKinds();
    kind.setAccessibleText(Texts.text("trash.kind"));
    kind.setConverter(new ChoiceWords<>(TrashViewModel.KindChoice::words));
    kind.setOnAction(
        _ -> {
          if (kind.getValue() != null && !isFilling) {
            model.kindProperty().set(kind.getValue());
          }
        });
  }

  private void fillKinds() {
    isFilling = true;
    kind.getItems().setAll(model.kinds());
    kind.setValue(model.kindProperty().get());
    isFilling = false;
  }

  private void setUpList() {
    list.getStyleClass().add("trashed");
    list.setAccessibleText(Texts.text("trash.title"));
    list.setCellFactory(_ -> new TrashCellView(model));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setPlaceholder(Labels.muted(Texts.text("trash.noMatch")));
    list.getSelectionModel().getSelectedItems().addListener((InvalidationListener) _ -> choose());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.restore();
            event.consume();
          }
        });
  }

  private void choose() {
    List<TrashRow> rows =
        list.getSelectionModel().getSelectedItems().stream()
            .filter(java.util.Objects::nonNull)
            .toList();
    model.choose(rows);
    int count = rows.size();
    chosen.setText(count == 0 ? Texts.text("trash.choose") : Texts.count("trash.chosen", count));
    restore.setText(
        count < 2 ? Texts.text("trash.restore") : Texts.text("trash.restore.many", count));
    restore.setDisable(count == 0);
    history.setDisable(count != 1);
  }

  private void show() {
    int count = model.count();
    header.count(count == 0 ? "" : Texts.number(count));
    boolean isEmpty = model.loadedProperty().get() && count == 0;
    for (Node node : List.of(filter, kind)) {
      node.setVisible(!isEmpty);
      node.setManaged(!isEmpty);
    }
    Node shown =
        isEmpty
            ? new StackPane(
                new EmptyPlace(
                    Icon.DELETE, Texts.text("trash.empty.title"), Texts.text("trash.empty")))
            : model.loadedProperty().get() ? content : Sheet.column(LoadingBars.afterPatience());
    if (sheet.getCenter() != shown) {
      sheet.content(shown);
    }
  }
}
