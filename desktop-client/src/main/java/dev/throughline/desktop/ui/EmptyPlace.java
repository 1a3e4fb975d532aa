package dev.throughline.desktop.ui;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a place is for while it is empty: icon tile, title, one line, one action. */
public final class EmptyPlace extends HBox {
  private final VBox words = new VBox();

  public EmptyPlace(Icon icon, String title, String line) {
    getStyleClass().add("tl-empty");
    words.getStyleClass().add("words");
    words.getChildren().addAll(Labels.h2(title), Labels.wrapping(Labels.muted(line)));
    getChildren().addAll(tile(icon), words);
    setMaxWidth(Region.USE_PREF_SIZE);
    setMaxHeight(Region.USE_PREF_SIZE);
  }

  /** The main action first; keys stand as keycaps inside the buttons. */
  public EmptyPlace actions(Button... buttons) {
    var row = new HBox(buttons);
    row.getStyleClass().add("actions");
    words.getChildren().add(row);
    return this;
  }

  /** The grey square with an icon that leads an empty place, a card or a head. */
  public static StackPane tile(Icon icon) {
    var tile = new StackPane(icon.line());
    tile.getStyleClass().add("tl-tile");
    return tile;
  }
}
