package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comment.Said;
import dev.throughline.desktop.comment.SaidView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A mention: the talk it stands in, and the ways to answer it and to settle it. */
final class MentionView extends BorderPane {
  private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

  MentionView(MentionViewModel model) {
    MentionCase what = model.what();
    getStyleClass().addAll("parked", "mention-case");
    DetailHead top =
        new DetailHead(
            Icon.COMMENTS,
            Texts.text(what.isMention() ? "inbox.mention.chip" : "inbox.mention.chip.answer"),
            MentionView.title(what),
            Texts.text("inbox.mention.line", what.kind(), what.name(), model.at(what.atMillis())));
    VBox said = new VBox();
    said.getStyleClass().add("talks");
    what.talk().all().forEach(one -> said.getChildren().add(said(model, one)));
    VBox body =
        Sheet.column(new VBox(new SectionHeader(Texts.text("inbox.mention.section")), said));
    setCenter(Sheet.scrolling(Texts.text("inbox.mention.section"), body));
    top.above(this, body);
    setBottom(foot(model));
  }

  static String title(MentionCase what) {
    return Texts.text(what.isMention() ? "inbox.item.mention" : "inbox.item.answer", what.author());
  }

  private static SaidView said(MentionViewModel model, Said one) {
    SaidView view = new SaidView(one, model.at(one.comment().atMillis()));
    view.pseudoClassStateChanged(WANTED, one.comment().id().equals(model.what().comment()));
    return view;
  }

  private static FlowPane foot(MentionViewModel model) {
    FlowPane foot = new FlowPane();
    foot.getStyleClass().addAll("foot", "plain");
    if (model.what().isSettled()) {
      foot.getChildren()
          .add(Buttons.standard(Texts.text("inbox.mention.reopen"), Icon.UNDO, model::reopen));
      return foot;
    }
    if (model.others() > 0) {
      CheckBox all = new CheckBox(Texts.count("inbox.mention.settle.all", model.others()));
      all.selectedProperty().bindBidirectional(model.withOthersProperty());
      foot.getChildren().add(all);
    }
    foot.getChildren()
        .addAll(
            Buttons.standard(Texts.text("inbox.mention.go"), Icon.COMMENTS, model::open),
            Buttons.withCommand(
                Buttons.primary(Texts.text("inbox.mention.settle"), Icon.CHECK, model::settle),
                "inbox.settle"));
    return foot;
  }
}
