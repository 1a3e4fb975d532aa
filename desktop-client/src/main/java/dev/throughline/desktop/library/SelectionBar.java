package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What can be done with several rows; lies over the bottom edge and pushes nothing. */
final class SelectionBar extends HBox {
  private final LibraryTable table;
  private final LibraryViewModel model;
  private final Button study = menu("library.bulk.study", Icon.STUDY, this::studies);
  private final Button status = menu("library.bulk.status", Icon.CHECK, this::statuses);

  SelectionBar(LibraryTable table, LibraryViewModel model) {
    this.table = table;
    this.model = model;
    getStyleClass().add("library-selection");
    setMaxHeight(Region.USE_PREF_SIZE);
    IntegerBinding count = Bindings.size(table.getSelectionModel().getSelectedIndices());
    Label chosen = Labels.h3("");
    chosen.textProperty().bind(count.map(rows -> Texts.text("library.selected", rows.intValue())));
    chosen.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            chosen,
            study,
            status,
            Buttons.standard(
                Texts.text("library.trash"), Icon.DELETE, () -> model.trash(table.chosen())),
            Spaces.grow(),
            Buttons.icon(
                Icon.CLOSE,
                Texts.text("library.unselect"),
                table.getSelectionModel()::clearSelection));
    visibleProperty().bind(count.greaterThan(1));
  }

  /** Asks for the study the chosen rows go to. */
  void askStudy() {
    study.fire();
  }

  /** Asks for the status of the chosen rows. */
  void askStatus() {
    status.fire();
  }

  private Button menu(String key, Icon icon, Supplier<List<MenuItem>> items) {
    Button button = Buttons.standard(Texts.text(key), icon, () -> {});
    button.setOnAction(
        _ -> {
          ContextMenu menu = new ContextMenu();
          menu.getItems().setAll(items.get());
          // The bar is there for several rows; a command may be given for one.
          Node anchor = isVisible() ? button : table;
          menu.show(anchor, isVisible() ? Side.TOP : Side.BOTTOM, 0, 0);
        });
    return button;
  }

  private List<MenuItem> studies() {
    List<MenuItem> items = new ArrayList<>();
    model
        .studies()
        .all()
        .forEach(
            study ->
                items.add(
                    item(
                        study.title().isBlank()
                            ? Texts.text("library.untitled.study")
                            : study.title(),
                        ids -> model.commands().moveToStudy(ids, Optional.of(study.id())))));
    items.add(
        item(
            Texts.text("library.study.none"),
            ids -> model.commands().moveToStudy(ids, Optional.empty())));
    return items;
  }

  private List<MenuItem> statuses() {
    List<MenuItem> items = new ArrayList<>();
    for (InterviewStatus status : InterviewStatus.values()) {
      items.add(item(FacetWords.status(status), ids -> model.commands().setStatus(ids, status)));
    }
    return items;
  }

  private MenuItem item(String name, Consumer<List<RecordId>> act) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(_ -> act.accept(ids(table.chosen())));
    return item;
  }

  private static List<RecordId> ids(List<InterviewRow> rows) {
    return rows.stream().map(row -> row.interview().id()).toList();
  }
}
