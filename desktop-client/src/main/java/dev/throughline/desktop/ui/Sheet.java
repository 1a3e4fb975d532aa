package dev.throughline.desktop.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The rounded paper that work happens on: an optional header, the body, an optional side column of
 * 312. Stands on the canvas; never inside another sheet.
 */
public final class Sheet extends BorderPane {
  public Sheet() {
    getStyleClass().add("tl-sheet");
  }

  public Sheet header(SheetHeader header) {
    setTop(header);
    return this;
  }

  /** Fills the sheet from edge to edge: tables, editors, centred empty places. */
  public Sheet content(Node node) {
    setCenter(node);
    return this;
  }

  /** Sections one below the other at the text edge, scrolling when they need to. */
  public Sheet body(String name, Node... sections) {
    setCenter(scrolling(name, column(sections)));
    return this;
  }

  public Sheet side(String name, Node... sections) {
    var side = scrolling(name, column(sections));
    side.getStyleClass().add("side");
    setRight(side);
    return this;
  }

  /** A column with the insets of a sheet's body. */
  public static VBox column(Node... sections) {
    var column = new VBox(sections);
    column.getStyleClass().add("tl-body");
    return column;
  }

  /** A vertically scrolling pane; the name is what a screen reader says of it. */
  public static ScrollPane scrolling(String name, Region content) {
    var pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setAccessibleText(name);
    pane.setFocusTraversable(false);
    return pane;
  }
}
