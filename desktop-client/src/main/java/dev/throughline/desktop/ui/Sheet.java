package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The rounded paper that work happens on: an optional header, the body, an optional side column of
 * 312. Stands on the canvas; never inside another sheet.
 */
public final class Sheet extends BorderPane {
  /** A sheet narrower than this many side columns shows the side below the body. */
  private static final double SIDES_MIN = 2.1;

  private final VBox body = new VBox();

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
    body.getChildren().setAll(column(sections));
    setCenter(scrolling(name, body));
    return this;
  }

  /** Beside the body of {@link #body}, or below it where the sheet is too narrow for both. */
  public Sheet side(String name, Node... sections) {
    var content = column(sections);
    var side = scrolling(name, content);
    side.getStyleClass().add("side");
    setRight(side);
    widthProperty().subscribe(width -> place(side, content));
    return this;
  }

  private void place(ScrollPane side, VBox content) {
    boolean below = getWidth() > 0 && getWidth() < side.minWidth(-1) * SIDES_MIN;
    boolean isBelow = body.getChildren().contains(content);
    if (below && !isBelow) {
      setRight(null);
      side.setContent(null);
      body.getChildren().add(content);
    } else if (!below && isBelow) {
      body.getChildren().remove(content);
      side.setContent(content);
      setRight(side);
    }
  }

  /** Scrolls until a section of the body stands at the top, and focuses its first control. */
  public void reveal(Node section) {
    if (!(getCenter() instanceof ScrollPane pane)) {
      return;
    }
    pane.applyCss();
    pane.layout();
    double top = section.localToScene(0, 0).getY() - body.localToScene(0, 0).getY();
    double room = body.getHeight() - pane.getViewportBounds().getHeight();
    pane.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    firstControl(section).ifPresent(Node::requestFocus);
  }

  private static Optional<Node> firstControl(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> firstControl(child).stream())
            .findFirst()
        : Optional.empty();
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
