package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Removals by others that wait for the person's word: who, how many, and the two answers. */
final class HeldView extends BorderPane {
  HeldView(HeldViewModel model) {
    getStyleClass().add("held");
    DetailHead top =
        new DetailHead(
            Icon.PAUSE,
            Texts.text("inbox.held.chip"),
            model.title(),
            Texts.text("inbox.held.line", model.at()));
    VBox reason =
        new VBox(
            Labels.wrapping(Labels.h3(Texts.text("inbox.held.why"))),
            Labels.wrapping(Labels.body(Texts.text("inbox.held.why.line"))));
    reason.getStyleClass().add("reason");
    reason.setMinWidth(0);
    Well well = new Well(Icon.NEEDS_YOU.line(), reason);
    well.getStyleClass().add("moved");
    VBox apply =
        answer(Texts.text("inbox.held.apply"), Texts.text("inbox.held.apply.line", model.count()));
    VBox keep =
        answer(Texts.text("inbox.held.keep"), Texts.text("inbox.held.keep.line", model.who()));
    VBox body = Sheet.column(well, keep, apply);
    setCenter(Sheet.scrolling(Texts.text("inbox.held.chip"), body));
    top.above(this, body);
    FlowPane foot =
        new FlowPane(
            Buttons.standard(Texts.text("inbox.held.apply"), Icon.DELETE, model::apply),
            Buttons.primary(Texts.text("inbox.held.keep"), Icon.CHECK, model::keep));
    foot.getStyleClass().addAll("foot", "plain");
    setBottom(foot);
  }

  private static VBox answer(String title, String line) {
    VBox answer = new VBox(Labels.h3(title), Labels.wrapping(Labels.body(line)));
    answer.getStyleClass().add("answer");
    return answer;
  }
}
