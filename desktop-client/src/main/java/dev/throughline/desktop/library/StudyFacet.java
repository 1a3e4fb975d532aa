package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The studies to choose from, one at a time, and a line for a new one. */
final class StudyFacet extends VBox {
  private final StudiesViewModel model;
  private final VBox lines = new VBox();
  private final NewNameBox fresh;
  private final Map<StudyChoice, RadioButton> buttons = new LinkedHashMap<>();

  StudyFacet(StudiesViewModel model) {
    this.model = model;
    getStyleClass().add("library-facet");
    Label head = Labels.h3(Texts.text("library.column.study"));
    head.getStyleClass().add("head");
    fresh =
        new NewNameBox(
                Texts.text("library.study.new"),
                Texts.text("library.study.prompt"),
                model.errorProperty(),
                model::create)
            .ofCommand("study.new");
    getChildren().addAll(head, lines, fresh);
    model.lines().addListener((ListChangeListener<StudiesViewModel.Line>) _ -> fill());
    model.chosenProperty().subscribe(this::mark);
    fill();
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
    fresh.offer();
  }
}
