package dev.throughline.desktop.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Head of a sheet: title with count, second line, filters after them, actions at the right. */
public final class SheetHeader extends HBox {
  private final Label title;
  private final Label count = Labels.muted("");
  private final Label second = Labels.wrapping(Labels.muted(""));
  private final HBox actions = new HBox();

  public SheetHeader(String title) {
    this.title = Labels.wrapping(Labels.h1(title));
    getStyleClass().add("header");
    var line = new HBox(this.title, count);
    line.getStyleClass().add("title-line");
    var words = new VBox(line, second);
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    actions.getStyleClass().add("actions");
    count.setMinWidth(Region.USE_PREF_SIZE);
    hideWhenEmpty(count);
    hideWhenEmpty(second);
    second
        .visibleProperty()
        .subscribe(
            shown -> {
              getStyleClass().remove("two-line");
              if (shown) {
                getStyleClass().add("two-line");
              }
            });
    getChildren().addAll(words, actions);
  }

  public StringProperty titleProperty() {
    return title.textProperty();
  }

  public StringProperty countProperty() {
    return count.textProperty();
  }

  public StringProperty secondProperty() {
    return second.textProperty();
  }

  public SheetHeader second(String line) {
    second.setText(line);
    return this;
  }

  public SheetHeader count(String text) {
    count.setText(text);
    return this;
  }

  public SheetHeader lead(Node node) {
    getChildren().addFirst(node);
    return this;
  }

  /** Right end, in reading order: a primary button comes last. A field makes room for the rest. */
  public SheetHeader actions(Node... nodes) {
    for (Node node : nodes) {
      if (node instanceof Region region && !(node instanceof TextInputControl)) {
        region.setMinWidth(Region.USE_PREF_SIZE);
      }
    }
    actions.getChildren().setAll(nodes);
    return this;
  }

  private static void hideWhenEmpty(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }
}
