package dev.throughline.desktop.ui;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A field under its name, with one sentence below it: the hint, or, while there is one, the error
 * with an example. The name is spoken with the field.
 */
public final class LabeledField extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private final Label error = Labels.wrapping(Labels.styled("", "error"));
  private final Label hint = Labels.wrapping(Labels.styled("", "hint"));

  public LabeledField(String name, Control field) {
    getStyleClass().add("tl-field");
    var label = Labels.wrapping(Labels.styled(name, "name"));
    label.setLabelFor(field);
    field.setAccessibleText(name);
    getChildren().addAll(label, field, hint, error);
    error.textProperty().subscribe(text -> show(field, text));
    hint.textProperty().subscribe(text -> show(field, error.getText()));
  }

  /** Empty while the field is fine. */
  public StringProperty errorProperty() {
    return error.textProperty();
  }

  public LabeledField hint(String text) {
    hint.setText(text);
    return this;
  }

  private void show(Control field, String problem) {
    boolean broken = !problem.isEmpty();
    field.pseudoClassStateChanged(INVALID, broken);
    field.setAccessibleHelp(broken ? problem : hint.getText());
    error.setVisible(broken);
    error.setManaged(broken);
    hint.setVisible(!broken && !hint.getText().isEmpty());
    hint.setManaged(hint.isVisible());
  }
}
