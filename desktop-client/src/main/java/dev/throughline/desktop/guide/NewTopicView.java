package dev.throughline.desktop.guide;

import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Where the next topic is typed: Enter adds it, and a text of several lines adds them all. */
final class NewTopicView extends VBox {
  private final TextArea field = new TextArea();
  private final Consumer<String> add;

  NewTopicView(String prompt, ObservableValue<String> error, Consumer<String> add) {
    this.add = add;
    getStyleClass().add("guide-new");
    field.getStyleClass().add("line");
    field.setWrapText(true);
    field.setPrefRowCount(1);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setAccessibleHelp(Texts.text("guide.new.help"));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    TabLeaves.from(field);
    field.textProperty().subscribe(this::typed);
    Label problem = Labels.wrapping(Labels.small(""));
    problem.getStyleClass().add("tl-stopped");
    problem.textProperty().bind(error);
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().addAll(field, problem);
  }

  /** Puts the caret here. */
  void typeNow() {
    Focus.give(field);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      take(field.getText());
      event.consume();
    }
  }

  /** A line break never stays in the field, so what holds one was pasted or dropped. */
  private void typed(String text) {
    if (text.strip().contains("\n")) {
      Platform.runLater(() -> take(text));
    }
  }

  private void take(String text) {
    field.clear();
    if (!text.isBlank()) {
      add.accept(text);
    }
  }
}
