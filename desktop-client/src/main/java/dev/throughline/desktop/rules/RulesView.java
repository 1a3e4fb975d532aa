package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.RuleWords;
import dev.throughline.desktop.approval.SeatsView;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignWords;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Every rule of signing as it counts, and below it what is proposed in its place. */
public final class RulesView extends VBox {
  private final RulesViewModel model;
  private final VBox rows = new VBox();

  public RulesView(RulesViewModel model) {
    this.model = model;
    getStyleClass().addAll("devices", "rules");
    Label line = Labels.wrapping(Labels.small(Texts.text("rule.line")));
    line.getStyleClass().add("access-line");
    rows.getStyleClass().add("rule-rows");
    getChildren().addAll(line, rows);
    model.nowProperty().subscribe(this::show);
  }

  private void show(RulesNow now) {
    rows.getChildren().setAll(now.rows().stream().map(row -> rule(row, now)).toList());
  }

  private Node rule(RuleRow row, RulesNow now) {
    ListRow line =
        new ListRow(row.name())
            .strong()
            .lead(Icon.SIGN)
            .second(
                RuleWords.rule(row.rule())
                    + "\n"
                    + RuleWords.terms(row.rule())
                    + "\n"
                    + since(row));
    if (now.proposable().contains(row)) {
      Button propose = Buttons.standard(Texts.text("rule.propose"), () -> model.ask(row));
      propose.setAccessibleText(Texts.text("rule.propose.of", row.name()));
      line.state(Buttons.small(propose));
    }
    VBox box = new VBox(line);
    row.waits().ifPresent(its -> box.getChildren().add(waits(its)));
    row.coming().ifPresent(its -> box.getChildren().add(coming(its.version())));
    return box;
  }

  private String since(RuleRow row) {
    long version = row.rule().version();
    if (version == 1) {
      return Texts.text("rule.since.first", version);
    }
    return row.since() == 0
        ? Texts.text("rule.since.signed", version)
        : Texts.text("rule.since", version, model.time().at(row.since()));
  }

  private Node waits(SignCase about) {
    SeatsView seats = new SeatsView(model.time());
    seats.show(Optional.of(about));
    VBox box = new VBox(Labels.h3(Texts.text("rule.waits", about.subject().version())));
    for (List<String> fact : SignWords.facts(about)) {
      box.getChildren()
          .add(
              Labels.wrapping(
                  Labels.small(Texts.text("rule.fact", fact.getFirst(), fact.getLast()))));
    }
    box.getChildren().add(seats);
    if (about.waitsForMe()) {
      Button sign = Buttons.standard(Texts.text("rule.sign"), Icon.SIGN, () -> model.sign(about));
      sign.setAccessibleText(Texts.text("rule.sign.of", about.title()));
      box.getChildren().add(sign);
    }
    box.getStyleClass().add("rule-waits");
    return box;
  }

  private static Node coming(long version) {
    VBox box =
        new VBox(
            Labels.h3(Texts.text("rule.waits", version)),
            Labels.wrapping(Labels.small(Texts.text("order.coming"))));
    box.getStyleClass().add("rule-waits");
    return box;
  }
}
