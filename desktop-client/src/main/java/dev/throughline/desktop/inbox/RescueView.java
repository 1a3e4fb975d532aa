package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Rescued work: whose it is, what it says, and the two answers. */
final class RescueView extends BorderPane {
  RescueView(RescueViewModel model) {
    RescueCase what = model.what();
    getStyleClass().add("parked");
    DetailHead top =
        new DetailHead(
            Icon.PERSON,
            Texts.text("inbox.rescued.chip"),
            Texts.text("inbox.rescued.title", what.author()),
            Texts.text("inbox.rescued.line", model.at(), what.study()));
    VBox reason =
        model.isOpen()
            ? new VBox(
                Labels.wrapping(
                    Labels.h3(
                        what.why().isBlank()
                            ? Texts.text("inbox.rescued.why")
                            : Texts.text("inbox.rescued.left", what.why()))),
                Labels.wrapping(Labels.body(Texts.text("inbox.rescued.why.line"))))
            : new VBox(
                Labels.wrapping(Labels.h3(Texts.text("inbox.rescued.state." + what.state()))));
    reason.getStyleClass().add("reason");
    reason.setMinWidth(0);
    Well well = new Well((model.isOpen() ? Icon.NEEDS_YOU : Icon.CHECK).line(), reason);
    well.getStyleClass().add("moved");
    VBox lines = new VBox();
    lines.getStyleClass().add("lines");
    what.changes().forEach(line -> lines.getChildren().add(ParkedView.line(line)));
    SectionHeader head =
        new SectionHeader(Texts.text("inbox.rescued.what"))
            .note(Texts.count("inbox.parked.changes", what.count()));
    VBox body = Sheet.column(well, new VBox(head, lines));
    setCenter(Sheet.scrolling(Texts.text("inbox.rescued.what"), body));
    top.above(this, body);
    if (model.isOpen()) {
      setBottom(foot(model));
    }
  }

  private static FlowPane foot(RescueViewModel model) {
    FlowPane foot =
        new FlowPane(
            Buttons.standard(Texts.text("inbox.rescued.decline"), Icon.CLOSE, model::decline),
            Buttons.primary(Texts.text("inbox.rescued.accept"), Icon.CHECK, model::accept));
    foot.getStyleClass().addAll("foot", "plain");
    return foot;
  }
}
