package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.CellMenu;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.IdeaStatus;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One column of the board. Enter opens, the digits move to that column, Delete moves to the trash;
 * cards can be dragged between columns.
 */
final class IdeaColumnView extends VBox {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
  private static final String DRAGGED = "throughline-idea:";

  private final IdeasViewModel model;
  private final IdeaStatus status;
  private final IntConsumer aside;
  private final ListView<IdeaRow> list;
  private boolean isMarking;

  /**
   * @param aside goes so many columns to the right
   */
  IdeaColumnView(IdeasViewModel model, IdeaStatus status, IntConsumer aside) {
    this.model = model;
    this.status = status;
    this.aside = aside;
    this.list = new ListView<>(model.column(status));
    getStyleClass().add("idea-column");
    String name = IdeaWords.status(status);
    SectionHeader header = new SectionHeader(name);
    list.getItems()
        .addListener(
            (InvalidationListener)
                _ -> {
                  int count = list.getItems().size();
                  header.note(count == 0 ? "" : Texts.number(count));
                });
    int first = list.getItems().size();
    header.note(first == 0 ? "" : Texts.number(first));
    list.setAccessibleText(Texts.text("idea.column.spoken", name));
    Label nothing = Labels.wrapping(Labels.small(Texts.text("idea.column." + status.wireName())));
    nothing.getStyleClass().add("nothing");
    list.setPlaceholder(nothing);
    list.setCellFactory(_ -> cell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(header, list);
    setOnDragOver(this::over);
    setOnDragExited(_ -> pseudoClassStateChanged(DROPPING, false));
    setOnDragDropped(this::drop);
  }

  boolean isEmpty() {
    return list.getItems().isEmpty();
  }

  boolean hasFocus() {
    return list.isFocused();
  }

  /** Gives the focus to a card of this column. */
  void enter(int index) {
    int at = Math.clamp(index, 0, Math.max(0, list.getItems().size() - 1));
    Focus.give(list);
    if (!isEmpty()) {
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(Math.max(0, at - 1));
    }
  }

  boolean hasChosen() {
    return list.getSelectionModel().getSelectedIndex() >= 0;
  }

  int chosenIndex() {
    return Math.max(0, list.getSelectionModel().getSelectedIndex());
  }

  /** Marks the chosen card; answers whether it stands here. */
  boolean mark(Optional<RecordId> chosen) {
    int at = -1;
    if (chosen.isPresent()) {
      for (int i = 0; i < list.getItems().size() && at < 0; i++) {
        at = list.getItems().get(i).id().equals(chosen.get()) ? i : -1;
      }
    }
    isMarking = true;
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
    }
    isMarking = false;
    return at >= 0;
  }

  private void choose(@Nullable IdeaRow row) {
    if (row != null && !isMarking) {
      model.chosenProperty().set(Optional.of(row.id()));
    }
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    Optional<IdeaRow> row = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    switch (event.getCode()) {
      case LEFT -> aside.accept(-1);
      case RIGHT -> aside.accept(1);
      case ENTER -> row.ifPresent(its -> model.open(its.id()));
      case DELETE, BACK_SPACE -> row.ifPresent(_ -> model.trashChosen());
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5 ->
          row.ifPresent(
              its ->
                  model.move(
                      its, IdeaStatus.values()[Integer.parseInt(event.getCode().getChar()) - 1]));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private IdeaCardView cell() {
    IdeaCardView cell = new IdeaCardView(model.hasServer());
    cell.setOnMouseClicked(
        event -> {
          boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
          if (isDouble && !cell.isEmpty()) {
            model.open(cell.getItem().id());
          }
        });
    cell.setOnDragDetected(
        event -> {
          if (cell.isEmpty() || model.refusal().getValue().isPresent()) {
            return;
          }
          Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
          ClipboardContent content = new ClipboardContent();
          content.putString(DRAGGED + cell.getItem().id());
          board.setContent(content);
          board.setDragView(cell.snapshot(null, null));
          event.consume();
        });
    CellMenu.on(cell, () -> menu(cell));
    return cell;
  }

  private ContextMenu menu(IdeaCardView cell) {
    ContextMenu menu = new ContextMenu();
    MenuItem open = new MenuItem(Texts.text("idea.open"), Icon.IDEA.line());
    open.setOnAction(_ -> model.open(cell.getItem().id()));
    menu.getItems().add(open);
    for (IdeaStatus to : IdeaStatus.values()) {
      if (to != status) {
        MenuItem move = new MenuItem(Texts.text("idea.move", IdeaWords.status(to)));
        move.setOnAction(_ -> model.move(cell.getItem(), to));
        menu.getItems().add(move);
      }
    }
    MenuItem trash = new MenuItem(Texts.text("idea.trash"), Icon.DELETE.line());
    trash.setOnAction(_ -> model.trashChosen());
    menu.getItems().add(trash);
    return menu;
  }

  private void over(DragEvent event) {
    if (dragged(event).isPresent()) {
      event.acceptTransferModes(TransferMode.MOVE);
      pseudoClassStateChanged(DROPPING, true);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    dragged(event)
        .ifPresent(
            row -> {
              model.move(row, status);
              event.setDropCompleted(true);
              event.consume();
            });
  }

  private Optional<IdeaRow> dragged(DragEvent event) {
    String what = event.getDragboard().getString();
    return what != null && what.startsWith(DRAGGED)
        ? model.all().stream().filter(row -> what.equals(DRAGGED + row.id())).findFirst()
        : Optional.empty();
  }
}
