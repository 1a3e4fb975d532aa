package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/**
 * The table with what stands above and over it: filter where room is scarce, trouble, selection.
 */
final class LibraryList extends VBox {
  private final LibraryViewModel model;
  private final LibraryTable table;
  private final FilterField filter;
  private final SelectionBar bar;

  LibraryList(
      LibraryViewModel model,
      ObservableValue<Font> text,
      ObservableValue<Room> room,
      BooleanProperty facetsOpen) {
    this.model = model;
    this.table = new LibraryTable(model, text);
    this.filter = new FilterField(model, this::focusTable);
    this.bar = new SelectionBar(table, model);
    StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
    StackPane stack = new StackPane(table, bar, loading());
    VBox.setVgrow(stack, Priority.ALWAYS);
    table.setPlaceholder(nothing());
    getChildren().addAll(strip(room, facetsOpen), problem(), stack);
    LibraryHeader.shownWhile(this, model.emptyProperty().not());
  }

  /** What can be done with the chosen rows. */
  SelectionBar bar() {
    return bar;
  }

  List<InterviewRow> chosen() {
    return table.chosen();
  }

  FilterField filter() {
    return filter;
  }

  void sortBy(LibraryColumn column) {
    table.sortBy(column);
  }

  /** Goes on to the rows, to the first of them when none was chosen. */
  void focusTable() {
    Focus.give(table);
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private HBox strip(ObservableValue<Room> room, BooleanProperty facetsOpen) {
    Button facets =
        Buttons.standard(Texts.text("library.facets"), () -> facetsOpen.set(!facetsOpen.get()));
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox strip = new HBox(facets, new FilterChip(model), filter);
    strip.getStyleClass().add("library-strip");
    LibraryHeader.shownWhile(strip, room.map(Room.NARROW::equals));
    return strip;
  }

  private Label problem() {
    Label problem = Labels.wrapping(Labels.body(""));
    problem.getStyleClass().addAll("tl-stopped", "library-problem");
    problem.textProperty().bind(model.list().problemProperty());
    LibraryHeader.shownWhile(problem, model.list().problemProperty().isNotEmpty());
    return problem;
  }

  private Node loading() {
    VBox bars = Sheet.column(LoadingBars.afterPatience());
    LibraryHeader.shownWhile(
        bars, model.list().loadedProperty().not().and(Bindings.isEmpty(model.list().rows())));
    return bars;
  }

  private Node nothing() {
    VBox words =
        new VBox(
            Labels.muted(Texts.text("library.noMatch")),
            Buttons.link(Texts.text("library.clear"), model::clear),
            Spaces.grow());
    words.getStyleClass().add("library-nothing");
    words.visibleProperty().bind(Bindings.isEmpty(model.list().rows()).not());
    return words;
  }
}
