package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One quiet line that asks for the person's name; gone once it was answered or waved away. */
final class NameRow extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  NameRow(NameViewModel model) {
    getStyleClass().add("home-name");
    visibleProperty().bind(model.askedProperty());
    managedProperty().bind(model.askedProperty());
    TextField field = new TextField();
    field.textProperty().bindBidirectional(model.nameProperty());
    field.setOnAction(_ -> model.save());
    Label question = Labels.muted(Texts.text("home.name.question"));
    question.setLabelFor(field);
    field.setAccessibleText(question.getText());
    HBox answer =
        new HBox(
            field,
            Buttons.standard(Texts.text("home.name.save"), model::save),
            Buttons.flat(Texts.text("home.name.skip"), model::skip));
    answer.getStyleClass().add("answer");
    FlowPane line = new FlowPane(question, answer);
    line.getStyleClass().add("line");
    Label error = Labels.wrapping(Labels.body(""));
    error.getStyleClass().addAll("tl-small", "tl-stopped");
    error.textProperty().bind(model.errorProperty());
    error.visibleProperty().bind(model.errorProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    model
        .errorProperty()
        .subscribe(problem -> field.pseudoClassStateChanged(INVALID, !problem.isEmpty()));
    getChildren().addAll(line, error);
  }
}
