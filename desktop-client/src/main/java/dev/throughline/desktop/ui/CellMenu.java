package dev.throughline.desktop.ui;

import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/**
 * The menu of a row or a card, made when somebody first asks for it: each menu of JavaFX is a
 * window with a scene of its own, and a list has a cell for every line that fits its height.
 */
public final class CellMenu {
  private final IndexedCell<?> cell;
  private final Supplier<ContextMenu> make;
  private @Nullable ContextMenu menu;

  private CellMenu(IndexedCell<?> cell, Supplier<ContextMenu> make) {
    this.cell = cell;
    this.make = make;
  }

  /** Shows a menu where it is asked for, but not on a cell without anything in it. */
  public static void on(IndexedCell<?> cell, Supplier<ContextMenu> make) {
    CellMenu asked = new CellMenu(cell, make);
    cell.setOnContextMenuRequested(asked::show);
  }

  private void show(ContextMenuEvent event) {
    if (cell.isEmpty()) {
      return;
    }
    ContextMenu shown = menu == null ? make.get() : menu;
    menu = shown;
    shown.show(cell, event.getScreenX(), event.getScreenY());
    event.consume();
  }
}
