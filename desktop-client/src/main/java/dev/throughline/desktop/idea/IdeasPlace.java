package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListFilter;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every idea, as a board on the canvas or as a table on a sheet. */
public final class IdeasPlace extends StackPane {
  private static final String BOARD = "board";
  private static final String TABLE = "table";

  private final IdeasViewModel model;
  private final SheetHeader header = new SheetHeader(Texts.text("idea.title"));
  private final ListFilter filter;
  private final SegmentedTabs views =
      new SegmentedTabs(
          Texts.text("idea.views"),
          List.of(
              new SegmentedTabs.Tab(BOARD, Texts.text("idea.view.board"), null),
              new SegmentedTabs.Tab(TABLE, Texts.text("idea.view.table"), null)));
  private final Label gauge = Labels.body("");
  private final BorderPane page = new BorderPane();
  private final StackPane middle = new StackPane();
  private Optional<IdeaBoardView> board = Optional.empty();
  private Optional<IdeaTable> table = Optional.empty();
  private Optional<Node> onSheet = Optional.empty();

  /**
   * @param create makes an idea
   */
  public IdeasPlace(IdeasViewModel model, Runnable create) {
    this.model = model;
    getStyleClass().add("ideas");
    setMinWidth(0);
    filter = new ListFilter(model.filterProperty(), Texts.text("idea.filter"), this::requestFocus);
    views.select(model.boardProperty().get() ? BOARD : TABLE);
    views.selectedProperty().subscribe(id -> model.boardProperty().set(id.equals(BOARD)));
    header.actions(
        filter,
        views,
        Buttons.withCommand(Buttons.primary(Texts.text("idea.new"), Icon.ADD, create), "idea.new"));
    gauge.setManaged(false);
    page.setCenter(middle);
    getChildren().addAll(page, gauge);
    model.boardProperty().subscribe(isBoard -> views.select(isBoard ? BOARD : TABLE));
    model.boardProperty().subscribe(_ -> show());
    model.loadedProperty().subscribe(_ -> show());
    model.problemProperty().subscribe(_ -> show());
    model.totalProperty().subscribe(_ -> show());
    model.arrangedProperty().subscribe(_ -> count());
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                model.start();
              }
            });
  }

  /** Puts the caret where the ideas are narrowed. */
  public void find() {
    Focus.give(filter);
  }

  /** Gives the focus to the ideas. */
  @Override
  public void requestFocus() {
    if (model.boardProperty().get()) {
      board.ifPresent(IdeaBoardView::enter);
    } else {
      table.ifPresent(IdeaTable::enter);
    }
  }

  private void count() {
    if (!model.isArranged()) {
      return;
    }
    int total = model.totalProperty().get();
    int shown = model.all().size();
    header.count(
        total == 0
            ? ""
            : shown == total ? Texts.number(total) : Texts.text("idea.some", shown, total));
  }

  private void show() {
    count();
    boolean isEmpty = model.loadedProperty().get() && model.totalProperty().get() == 0;
    boolean isBoard = model.boardProperty().get();
    for (Node part : List.of(filter, views)) {
      part.setVisible(!isEmpty);
      part.setManaged(!isEmpty);
    }
    if (!model.problemProperty().get().isEmpty()) {
      sheet(
          nothing(
              Icon.WARNING, Texts.text("idea.unreadable.title"), model.problemProperty().get()));
    } else if (isEmpty) {
      sheet(nothing(Icon.IDEA, Texts.text("idea.none.title"), Texts.text("idea.none")));
    } else if (!model.loadedProperty().get()) {
      sheet(Sheet.column(LoadingBars.afterPatience()));
    } else if (isBoard) {
      canvas(board());
    } else {
      sheet(table());
    }
  }

  private IdeaBoardView board() {
    IdeaBoardView shown = board.orElseGet(() -> new IdeaBoardView(model));
    board = Optional.of(shown);
    return shown;
  }

  private IdeaTable table() {
    IdeaTable shown = table.orElseGet(() -> new IdeaTable(model, gauge.fontProperty()));
    table = Optional.of(shown);
    return shown;
  }

  /** The head on a strip of its own, what is below it on the canvas. */
  private void canvas(Node content) {
    if (middle.getChildren().contains(content) && page.getTop() != null) {
      return;
    }
    VBox strip = new VBox(header);
    strip.getStyleClass().addAll("tl-sheet", "ideas-head");
    page.setTop(strip);
    put(content);
  }

  private void sheet(Node content) {
    // The field keeps its caret while what is below the head stays.
    if (onSheet.equals(Optional.of(content)) && page.getTop() == null) {
      return;
    }
    onSheet = Optional.of(content);
    page.setTop(null);
    put(new Sheet().header(header).content(content));
  }

  private void put(Node content) {
    if (middle.getChildren().size() != 1 || middle.getChildren().getFirst() != content) {
      middle.getChildren().setAll(content);
    }
  }

  private static Node nothing(Icon icon, String title, String line) {
    return new StackPane(new EmptyPlace(icon, title, line));
  }
}
