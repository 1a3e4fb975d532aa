package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.ReasonArea;
import dev.throughline.desktop.approval.RuleWords;
import dev.throughline.desktop.approval.SignSheet;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicyWriter;
import dev.throughline.model.approval.QuorumPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sheet on which the next version of a rule is proposed. */
public final class ProposeView extends StackPane {
  private final RulesViewModel model;
  private final RuleRow row;
  private final Runnable close;
  private final List<GroupView> groups;
  private final TermsView terms;

  /** The sheet is long enough. */
  private static final int REASON_ROWS = 3;

  private final ReasonArea reason =
      new ReasonArea(Texts.text("rule.reason.prompt"), QuorumPolicy.REASON_LENGTH_MAX);
  private final Label changes = Labels.wrapping(Labels.body(""));
  private final Button propose;

  /**
   * @param close called when it is proposed or left
   */
  public ProposeView(RulesViewModel model, RuleRow row, Runnable close) {
    this.model = model;
    this.row = row;
    this.close = close;
    propose =
        Buttons.withKey(
            Buttons.primary(Texts.text("rule.propose.do"), Icon.SIGN, this::propose), "Ctrl Enter");
    groups = row.rule().groups().stream().map(group -> new GroupView(group, this::check)).toList();
    terms = new TermsView(row, this::check);
    changes.getStyleClass().add("dry-run");
    reason.textProperty().subscribe((_, _) -> check());
    reason.setPrefRowCount(REASON_ROWS);
    List<Node> parts = new ArrayList<>();
    parts.add(
        SignSheet.facts(
            SignSheet.fact(
                Texts.text("sign.rule"),
                Texts.text("rule.propose.is", row.name(), row.next()),
                Texts.text("rule.propose.signs", RuleWords.rule(Policies.CHANGE)))));
    parts.addAll(groups);
    parts.add(terms);
    VBox why = new VBox(Labels.h3(Texts.text("order.reason")), reason);
    why.getStyleClass().add("reason");
    parts.add(why);
    parts.add(changes);
    getChildren()
        .add(
            new SignSheet(
                Texts.text("rule.asks", row.name()),
                Icon.EDIT,
                propose,
                close,
                parts.toArray(Node[]::new)));
    getStyleClass().add("rule-propose");
    check();
  }

  /** Puts the focus on the first question. */
  public void begin() {
    lookupAll(".toggle-button").stream().findFirst().ifPresent(Node::requestFocus);
  }

  /** The version that is asked for; empty while something in it cannot be. */
  private Optional<Policy> wanted() {
    if (!terms.isSound()) {
      return Optional.empty();
    }
    Policy rule = row.rule();
    return PolicyWriter.next(
        new Policy(
            rule.id(),
            row.next(),
            terms.from(),
            rule.data(),
            groups.stream().map(GroupView::chosen).toList(),
            rule.vetoes(),
            terms.excludesContributors(),
            Duration.ofDays(terms.days().orElseThrow()),
            Duration.ofHours(terms.hours().orElseThrow()),
            ""),
        row.next());
  }

  private void check() {
    Optional<Policy> wanted = wanted();
    List<RuleWords.Change> all =
        wanted.map(its -> RuleWords.changes(row.rule(), its)).orElse(List.of());
    changes.setText(
        wanted.isEmpty()
            ? Texts.text("rule.changes.unread")
            : all.isEmpty()
                ? Texts.text("rule.changes.none")
                : all.stream()
                    .map(one -> Texts.text("rule.fact", one.what(), RuleWords.line(one)))
                    .collect(Collectors.joining("\n")));
    propose.setDisable(all.isEmpty() || reason.getText().isBlank());
  }

  private void propose() {
    if (!propose.isDisabled()) {
      wanted().ifPresent(its -> model.propose(its, reason.getText(), close));
    }
  }
}
