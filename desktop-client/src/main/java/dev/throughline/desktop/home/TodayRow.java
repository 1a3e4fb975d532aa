package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One interview of today on one line: who, what, where, and the way in. */
final class TodayRow extends HBox {
  TodayRow(InterviewRow row, HomeViewModel model, ObservableValue<Boolean> hasDetail) {
    getStyleClass().add("home-today");
    Label who = Labels.h3(row.participant());
    who.getStyleClass().add("who");
    who.setMinWidth(Region.USE_PREF_SIZE);
    Label title = Labels.wrapping(Labels.body(HomeWords.title(row)));
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label detail = detail(row);
    detail.visibleProperty().bind(hasDetail);
    detail.managedProperty().bind(hasDetail);
    getChildren().addAll(who, title, detail, button(row, model));
  }

  /** Where it will be, or what there is of it once it was held. */
  private static Label detail(InterviewRow row) {
    String contents = HomeWords.contents(row);
    String place = row.interview().place();
    Label detail = Labels.small(contents.isEmpty() ? place : contents);
    detail.getStyleClass().add("detail");
    if (contents.isEmpty() && !place.isBlank()) {
      detail.setGraphic(Icon.FIELD_VISIT.line());
    }
    return detail;
  }

  private static Button button(InterviewRow row, HomeViewModel model) {
    Button button =
        HomeViewModel.canStart(row)
            ? Buttons.standard(Texts.text("home.start"), Icon.SESSION, () -> model.start(row))
            : Buttons.standard(Texts.text("home.open"), () -> model.open(row));
    button.setAccessibleText(
        button.getText() + ": " + row.participant() + " " + HomeWords.title(row));
    return Buttons.small(button);
  }
}
