package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** The studies to choose from, one at a time, and a line for a new one. */
final class StudyFacet extends VBox {
  private final StudiesViewModel model;
  private final VBox lines = new VBox();
  private final VBox fresh = new VBox();
  private final Map<StudyChoice, RadioButton> buttons = new LinkedHashMap<>();

  StudyFacet(StudiesViewModel model) {
    this.model = model;
    getStyleClass().add("library-facet");
    Label head = Labels.h3(Texts.text("library.column.study"));
    head.getStyleClass().add("head");
    fresh.getStyleClass().add("fresh");
    getChildren().addAll(head, lines, fresh);
    model.lines().addListener((ListChangeListener<StudiesViewModel.Line>) _ -> fill());
    model.chosenProperty().subscribe(this::mark);
    fill();
    offer();
  }

  private void fill() {
    ToggleGroup group = new ToggleGroup();
    buttons.clear();
    lines.getChildren().clear();
    for (StudiesViewModel.Line line : model.lines()) {
      RadioButton button = new RadioButton(line.title());
      button.setToggleGroup(group);
      button.setOnAction(_ -> model.chosenProperty().set(line.choice()));
      buttons.put(line.choice(), button);
      lines.getChildren().add(new FacetLine(button, line.interviews()));
    }
    mark(model.chosenProperty().get());
  }

  private void mark(StudyChoice chosen) {
    RadioButton button = buttons.get(chosen);
    if (button != null) {
      button.setSelected(true);
    }
    offer();
  }

  private void offer() {
    Button begin = Buttons.small(Buttons.flat(Texts.text("library.study.new"), this::ask));
    begin.setGraphic(Icon.ADD.line());
    fresh.getChildren().setAll(begin);
  }

  private void ask() {
    TextField title = new TextField();
    title.setPromptText(Texts.text("library.study.prompt"));
    title.setAccessibleText(Texts.text("library.study.prompt"));
    title.setOnAction(_ -> model.create(title.getText()));
    title.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            offer();
            event.consume();
          }
        });
    Label error = Labels.wrapping(Labels.body(""));
    error.getStyleClass().addAll("tl-small", "tl-stopped");
    error.textProperty().bind(model.errorProperty());
    error.managedProperty().bind(model.errorProperty().isNotEmpty());
    fresh.getChildren().setAll(title, error);
    title.requestFocus();
  }
}
