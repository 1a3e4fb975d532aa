package dev.throughline.desktop.inbox;

import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignWords;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What waits for an answer: what is asked, what it costs or why, and the way to it. */
final class ToSignView extends BorderPane {
  ToSignView(InboxViewModel model, InboxItem.ToSign item) {
    SignCase what = item.what();
    getStyleClass().add("parked");
    DetailHead top =
        new DetailHead(
            Icon.SIGN,
            Texts.text("inbox.sign.chip" + what.suffix()),
            SignWords.asks(what),
            Texts.text(
                "inbox.sign.line" + what.suffix(),
                what.isOrder() ? what.title() : what.subject().version(),
                model.at(what.approval().openedAt()),
                what.until()));
    VBox reason =
        new VBox(
            Labels.wrapping(Labels.h3(SignWords.stands(what))),
            Labels.wrapping(Labels.body(SignWords.rule(what))));
    String alarm = SignWords.alarm(what);
    if (!alarm.isEmpty()) {
      reason.getChildren().addFirst(Labels.wrapping(Labels.h3(alarm)));
    }
    reason.getStyleClass().add("reason");
    reason.setMinWidth(0);
    Well well = new Well(Icon.SIGN.line(), reason);
    well.getStyleClass().add("moved");
    VBox lines = new VBox();
    lines.getStyleClass().add("lines");
    for (List<String> fact : SignWords.facts(what)) {
      lines.getChildren().add(new SectionHeader(fact.getFirst()));
      lines.getChildren().add(Labels.wrapping(Labels.body(fact.getLast())));
    }
    VBox body = Sheet.column(well, lines);
    setCenter(Sheet.scrolling(SignWords.asks(what), body));
    top.above(this, body);
    setBottom(foot(model, item));
  }

  private static Node foot(InboxViewModel model, InboxItem.ToSign item) {
    FlowPane foot =
        new FlowPane(
            Buttons.primary(
                Texts.text("inbox.sign.open"), Icon.FORWARD, () -> model.openToSign(item)));
    foot.getStyleClass().addAll("foot", "plain");
    return foot;
  }
}
