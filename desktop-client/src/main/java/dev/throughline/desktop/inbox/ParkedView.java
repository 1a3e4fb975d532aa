package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comparison.DifferenceView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Work the server keeps aside: why, what it means, what it is, and what can be done. */
final class ParkedView extends BorderPane {
  private final ParkedViewModel model;

  ParkedView(ParkedViewModel model) {
    this.model = model;
    ParkedCase what = model.what();
    getStyleClass().add("parked");
    DetailHead top =
        new DetailHead(
            what.isRemoval() ? Icon.DELETE : Icon.NEEDS_YOU,
            Texts.text("inbox.parked.chip"),
            what.title(),
            Texts.text(
                what.belongsTo().isBlank() ? "inbox.parked.since" : "inbox.parked.since.in",
                model.since(),
                what.belongsTo()),
            Buttons.standard(Texts.text("inbox.history"), Icon.STALE, model::history));
    VBox reason =
        new VBox(
            Labels.wrapping(Labels.h3(what.why())), Labels.wrapping(Labels.body(what.advice())));
    reason.getStyleClass().add("reason");
    reason.setMinWidth(0);
    Well well = new Well(Icon.NEEDS_YOU.line(), reason);
    well.getStyleClass().add("moved");
    SectionHeader head =
        new SectionHeader(Texts.text("inbox.parked.what"))
            .note(Texts.count("inbox.parked.changes", what.ops().size()));
    VBox lines = new VBox();
    lines.getStyleClass().add("lines");
    what.changes().forEach(line -> lines.getChildren().add(line(line)));
    VBox body = Sheet.column(well, new VBox(head, lines));
    setCenter(Sheet.scrolling(Texts.text("inbox.parked.what"), body));
    top.above(this, body);
    setBottom(foot(what));
  }

  static HBox line(ParkedCase.Line line) {
    Label name = Labels.wrapping(Labels.small(line.name()));
    name.getStyleClass().add("name");
    DifferenceView value = DifferenceView.plain(line.value());
    HBox.setHgrow(value, javafx.scene.layout.Priority.ALWAYS);
    HBox row = new HBox(name, value);
    row.getStyleClass().add("line");
    return row;
  }

  private FlowPane foot(ParkedCase what) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Buttons.standard(Texts.text("inbox.parked.export"), Icon.EXPORT, this::chooseFile));
    if (what.isRemoval()) {
      buttons.add(Buttons.standard(Texts.text("inbox.parked.keep"), Icon.CHECK, model::keep));
      buttons.add(Buttons.danger(Texts.text("inbox.parked.remove"), Icon.DELETE, model::remove));
    } else {
      buttons.add(
          Buttons.standard(
              Texts.text("inbox.parked.discard"),
              Icon.DELETE,
              () -> model.discard(this::chooseFile)));
      Button again =
          what.canBeFixed()
              ? Buttons.standard(Texts.text("inbox.parked.again"), Icon.SYNC, model::sendAgain)
              : Buttons.primary(Texts.text("inbox.parked.again"), Icon.SYNC, model::sendAgain);
      buttons.add(again);
      if (what.canBeFixed()) {
        buttons.add(Buttons.primary(Texts.text("inbox.parked.fix"), Icon.EDIT, model::fix));
      }
    }
    FlowPane row = new FlowPane(buttons.toArray(Node[]::new));
    row.getStyleClass().addAll("foot", "plain");
    return row;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("inbox.parked.export"));
    chooser.setInitialFileName(model.fileName());
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.export(file.toPath());
    }
  }
}
