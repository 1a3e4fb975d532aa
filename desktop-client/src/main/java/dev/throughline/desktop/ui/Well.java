package dev.throughline.desktop.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An inset that holds facts inside a sheet; never one inside another. */
public final class Well extends HBox {
  public Well(Node... content) {
    super(content);
    getStyleClass().add("tl-well");
  }

  /** A number with its words as a button to what it counts; all facts of a row are equally wide. */
  public static Button fact(
      String number, String unit, String words, @Nullable String key, Runnable open) {
    var line = new HBox(Labels.h1(number), Labels.small(unit), Spaces.grow());
    line.getStyleClass().add("line");
    if (key != null) {
      line.getChildren().add(KeyCap.of(key));
    }
    var content = new VBox(line, Labels.small(words));
    content.getStyleClass().add("fact");
    var fact = Buttons.standard(number + " " + unit + " " + words, open);
    fact.setGraphic(content);
    fact.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    fact.getStyleClass().add("tl-fact");
    fact.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(fact.widthProperty().subtract(line.spacingProperty()));
    return fact;
  }
}
