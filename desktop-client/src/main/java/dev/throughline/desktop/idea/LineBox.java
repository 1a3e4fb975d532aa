package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.PartOfView;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How one line of a page is laid out: its words, what is done with it, and its facts below. */
@PartOfView("it lays the controls of a line out")
public final class LineBox {
  private LineBox() {}

  public static void lay(VBox line, Node words, Node[] actions, Node... facts) {
    line.getStyleClass().add("idea-line");
    HBox first = new HBox(words);
    first.getChildren().addAll(actions);
    first.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getChildren().add(first);
    if (facts.length > 0) {
      FlowPane choices = new FlowPane(facts);
      choices.getStyleClass().add("choices");
      line.getChildren().add(choices);
    }
  }
}
