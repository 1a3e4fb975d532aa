package dev.throughline.desktop.participant;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListFilter;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everybody at the left, the one that is looked at beside them. */
public final class ParticipantsPage extends StackPane {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** Narrower than this many text heights, the list takes no more than it needs. */
  private static final double NARROW_BELOW_EM = 58;

  private final ParticipantsViewModel model;
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader(Texts.text("participants.title"));
  private final ListFilter filter;
  private final ListView<ParticipantRow> list;
  private final ParticipantDetailView detail;
  private final Label nothing = Labels.muted(Texts.text("participants.noMatch"));
  private final BorderPane both = new BorderPane();
  private final DoubleBinding width;
  private boolean isMarking;

  public ParticipantsPage(ParticipantsViewModel model) {
    this.model = model;
    this.list = new ListView<>(model.rows());
    this.detail = new ParticipantDetailView(model);
    getStyleClass().add("participants");
    filter =
        new ListFilter(model.filterProperty(), Texts.text("library.filter"), this::requestFocus);
    setUpList();
    VBox left = new VBox(list);
    left.getStyleClass().add("list-pane");
    VBox.setVgrow(list, Priority.ALWAYS);
    both.setLeft(left);
    both.setCenter(detail);
    sheet.header(
        header.actions(
            filter, Buttons.primary(Texts.text("participants.new"), Icon.ADD, model::create)));
    Label gauge = Labels.body("");
    gauge.setManaged(false);
    getChildren().addAll(sheet, gauge);
    width = EmWidth.of(this, gauge);
    width.subscribe(em -> pseudoClassStateChanged(NARROW, em.doubleValue() < NARROW_BELOW_EM));
    model.rows().addListener((ListChangeListener<ParticipantRow>) _ -> show());
    model.loadedProperty().subscribe(_ -> show());
    model.selectedProperty().subscribe(this::mark);
    show();
  }

  /** Puts the caret where something is said about whoever is shown. */
  public void comment() {
    detail.comment();
  }

  /** Gives the focus to the list. */
  @Override
  public void requestFocus() {
    Focus.give(list);
  }

  private void setUpList() {
    list.setAccessibleText(Texts.text("participants.title"));
    list.setCellFactory(_ -> new ParticipantCellView());
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, row) -> {
              if (row != null && !isMarking) {
                model.selectedProperty().set(Optional.of(row));
              }
            });
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            model.trash();
            event.consume();
          }
        });
  }

  private void mark(Optional<ParticipantRow> row) {
    isMarking = true;
    row.ifPresentOrElse(
        now -> list.getSelectionModel().select(now), list.getSelectionModel()::clearSelection);
    isMarking = false;
  }

  private void show() {
    int count = model.count();
    header.count(count == 0 ? "" : Texts.number(count));
    boolean isEmpty = model.loadedProperty().get() && count == 0;
    filter.setVisible(!isEmpty);
    filter.setManaged(!isEmpty);
    Node content =
        isEmpty
            ? empty()
            : model.loadedProperty().get() ? both : Sheet.column(LoadingBars.afterPatience());
    if (sheet.getCenter() != content) {
      sheet.content(content);
    }
    mark(model.selectedProperty().get());
  }

  private static Node empty() {
    return new StackPane(
        new EmptyPlace(
            Icon.PARTICIPANT,
            Texts.text("participants.none.title"),
            Texts.text("participants.none")));
  }
}
