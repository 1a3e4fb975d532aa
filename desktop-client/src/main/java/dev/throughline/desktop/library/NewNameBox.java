package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** A quiet button that turns into a field for a name: Enter takes it, Escape does not. */
final class NewNameBox extends VBox {
  private final String offer;
  private final String prompt;
  private final ReadOnlyStringProperty error;
  private final Consumer<String> taken;
  private Optional<String> command = Optional.empty();

  /**
   * A box that offers first.
   *
   * @param error what was wrong with the last name; empty while nothing is
   */
  NewNameBox(String offer, String prompt, ReadOnlyStringProperty error, Consumer<String> taken) {
    this.offer = offer;
    this.prompt = prompt;
    this.error = error;
    this.taken = taken;
    getStyleClass().add("fresh");
    offer();
  }

  /** Makes the button one of a command: it is off, and says why, while the person may not. */
  NewNameBox ofCommand(String id) {
    command = Optional.of(id);
    offer();
    return this;
  }

  void offer() {
    Button begin = Buttons.small(Buttons.flat(offer, this::ask));
    begin.setGraphic(Icon.ADD.line());
    command.ifPresent(id -> Buttons.of(begin, id));
    getChildren().setAll(begin);
  }

  void ask() {
    TextField name = new TextField();
    name.setPromptText(prompt);
    name.setAccessibleText(prompt);
    name.setOnAction(_ -> taken.accept(name.getText()));
    name.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            offer();
            event.consume();
          }
        });
    Label wrong = Labels.wrapping(Labels.body(""));
    wrong.getStyleClass().addAll("tl-small", "tl-stopped");
    wrong.textProperty().bind(error);
    wrong.managedProperty().bind(error.isNotEmpty());
    getChildren().setAll(name, wrong);
    name.requestFocus();
  }
}
