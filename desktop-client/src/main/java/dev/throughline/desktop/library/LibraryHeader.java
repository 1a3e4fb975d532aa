package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

/** Title with count, what narrows the list, and the doors in and out. */
@PartOfView("puts the bar together from controls; the bar itself is a plain box")
final class LibraryHeader {
  private final LibraryViewModel model;
  private final Button fresh;

  /** What else the header leads to. */
  record Doors(
      Runnable importFiles,
      Runnable importFolder,
      Runnable exportAll,
      Runnable exportFile,
      Consumer<LibraryColumn> sortBy) {}

  LibraryHeader(LibraryViewModel model) {
    this.model = model;
    this.fresh = Buttons.primary(Texts.text("library.new"), Icon.ADD, model::newInterview);
  }

  /** A button in body size that is always there, to measure by. */
  Button gauge() {
    return fresh;
  }

  /** The header; with less room the count goes below the title and the filter into the list. */
  SheetHeader build(FilterField filter, Doors doors, ObservableValue<Room> room) {
    SheetHeader header = new SheetHeader(Texts.text("library.title"));
    ObservableValue<Boolean> isWide = room.map(Room.WIDE::equals);
    header
        .countProperty()
        .bind(
            Bindings.createStringBinding(
                () -> isWide.getValue() ? model.countProperty().get() : "",
                model.countProperty(),
                isWide));
    header
        .secondProperty()
        .bind(
            Bindings.createStringBinding(
                () -> isWide.getValue() ? "" : model.countProperty().get(),
                model.countProperty(),
                isWide));
    FilterChip chip = new FilterChip(model);
    HBox narrowing = new HBox(chip, filter);
    narrowing.getStyleClass().add("library-narrowing");
    shownWhile(
        narrowing,
        Bindings.createBooleanBinding(
            () -> room.getValue() != Room.NARROW && !model.emptyProperty().get(),
            room,
            model.emptyProperty()));
    Button in =
        Buttons.of(
            Buttons.standard(Texts.text("library.import"), Icon.IMPORT, doors.importFiles()),
            "library.import");
    shownWhile(in, isWide);
    Button primary = Buttons.withCommand(fresh, "interview.new");
    primary.getStyleClass().add("walkthrough-new");
    shownWhile(primary, model.emptyProperty().not());
    return header.actions(narrowing, in, more(doors), primary);
  }

  private Button more(Doors doors) {
    ContextMenu menu =
        new ContextMenu(
            item("library.import.choose", Icon.IMPORT, doors.importFiles()),
            item("library.import.folder", Icon.IMPORT, doors.importFolder()),
            new SeparatorMenuItem(),
            item("library.export.choose", Icon.EXPORT, doors.exportAll()),
            item("library.export.file", Icon.EXPORT, doors.exportFile()),
            new SeparatorMenuItem());
    Menu sort = new Menu(Texts.text("library.sort"));
    for (LibraryColumn column : LibraryColumn.values()) {
      MenuItem item = new MenuItem(column.title());
      item.setOnAction(_ -> doors.sortBy().accept(column));
      sort.getItems().add(item);
    }
    menu.getItems().add(sort);
    Button more = Buttons.icon(Icon.MORE, Texts.text("library.more"), () -> {});
    more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
    return more;
  }

  private static MenuItem item(String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem(Texts.text(key), icon.line());
    item.setOnAction(_ -> action.run());
    return item;
  }

  static void shownWhile(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }
}
