package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A choice at the left, how many interviews it leads to at the right; no number for none. */
final class FacetLine extends HBox {
  FacetLine(Labeled choice, long interviews) {
    getStyleClass().add("library-facet-line");
    choice.setWrapText(true);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(choice, Priority.ALWAYS);
    getChildren().add(choice);
    if (interviews > 0) {
      Label count = Labels.small(Texts.number(interviews));
      count.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().add(count);
      choice.setAccessibleText(Texts.text("library.facet.spoken", choice.getText(), interviews));
    }
  }
}
