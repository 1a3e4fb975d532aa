package dev.throughline.desktop.ui;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Key and value side by side, as facts stand in the context panel; the value may be edited. */
public final class FieldRowView extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Consumer<String> show;
  private final Runnable finish;
  private final Label error = Labels.wrapping(Labels.small(""));

  private FieldRowView(String name, Node value, Consumer<String> show, Runnable finish) {
    this.show = show;
    this.finish = finish;
    getStyleClass().add("tl-field-row");
    var key = Labels.wrapping(Labels.small(name));
    key.getStyleClass().add("key");
    key.setLabelFor(value);
    HBox.setHgrow(value, Priority.ALWAYS);
    var line = new HBox(key, value);
    line.getStyleClass().add("line");
    error.getStyleClass().add("error");
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    error.textProperty().subscribe(text -> value.pseudoClassStateChanged(INVALID, !text.isEmpty()));
    getChildren().addAll(line, error);
  }

  /** A value that is edited in place; name and prompt are keys of texts. */
  public static FieldRowView edited(String name, String prompt, InPlaceFieldView.Save save) {
    return named(Texts.text(name), Texts.text(prompt), save);
  }

  /** As {@link #edited}, with words instead of keys. */
  public static FieldRowView named(String name, String prompt, InPlaceFieldView.Save save) {
    var field = new InPlaceFieldView(name, prompt, save);
    return new FieldRowView(name, field, field::show, field::finish);
  }

  /** A value that is only shown. */
  public static FieldRowView shown(String name) {
    var value = Labels.wrapping(Labels.body(""));
    value.getStyleClass().add("value");
    return new FieldRowView(Texts.text(name), value, value::setText, () -> {});
  }

  public void show(String value) {
    show.accept(value);
  }

  /** Saves what was typed, before the row goes. */
  public void finish() {
    finish.run();
  }

  /** Empty while the value is fine. */
  public StringProperty errorProperty() {
    return error.textProperty();
  }
}
