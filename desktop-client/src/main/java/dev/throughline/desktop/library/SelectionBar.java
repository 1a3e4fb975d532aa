package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What can be done with several rows; lies over the bottom edge and pushes nothing. */
final class SelectionBar extends HBox {
  private final IntegerBinding count;

  SelectionBar(LibraryTable table, LibraryViewModel model) {
    getStyleClass().add("library-selection");
    setMaxHeight(Region.USE_PREF_SIZE);
    count = Bindings.size(table.getSelectionModel().getSelectedItems());
    Label chosen = Labels.h3("");
    chosen.textProperty().bind(count.map(rows -> Texts.text("library.selected", rows.intValue())));
    chosen.setMinWidth(Region.USE_PREF_SIZE);
    Runnable clear = table.getSelectionModel()::clearSelection;
    getChildren()
        .addAll(
            chosen,
            Buttons.standard(
                Texts.text("library.trash"),
                Icon.DELETE,
                () -> model.trash(List.copyOf(table.chosen()))),
            Spaces.grow(),
            Buttons.icon(Icon.CLOSE, Texts.text("library.unselect"), clear));
    visibleProperty().bind(count.greaterThan(1));
  }
}
