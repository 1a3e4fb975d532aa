package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of a proposed rule that waits; all of it read from the bytes that are signed. */
final class ProposalWords {
  private ProposalWords() {}

  /** Pairs of a title and what it says. */
  static List<List<String>> facts(Subject.Proposal proposal, Map<RecordId, String> people) {
    List<List<String>> facts = new ArrayList<>();
    List<RuleWords.Change> changes = RuleWords.changes(proposal.before(), proposal.rule());
    changes.forEach(one -> facts.add(List.of(one.what(), RuleWords.line(one))));
    if (changes.isEmpty()) {
      facts.add(List.of(Texts.text("rule.changes"), Texts.text("rule.changes.none")));
    }
    facts.add(List.of(Texts.text("order.reason"), proposal.proposal().reason()));
    facts.add(
        List.of(
            Texts.text("rule.by"),
            proposal
                .proposal()
                .by()
                .map(who -> ApprovalWords.name(who, people))
                .orElse(Texts.text("idea.somebody"))));
    return facts;
  }
}
