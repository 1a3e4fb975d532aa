package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of signing are proposed, signed and counted, version by version. */
class RulesIT extends Offices {
  private static final Policy STANDARD = Policies.USUAL.getLast();

  /** The standard rule with so many approvers. */
  private static QuorumPolicy standard(Office by, long version, int approvers) {
    return rule(
        by,
        STANDARD
            .document()
            .replace("\"version\":1", "\"version\":" + version)
            .replace(
                "{\"count\":1,\"name\":\"approval\"",
                "{\"count\":" + approvers + ",\"name\":\"approval\""));
  }

  @Test
  void aRuleCountsOnceOthersHaveSignedItAndForWhatIsSubmittedFromThenOn() throws Exception {
    Office keeper = enrolled("Kit", "KeyAdmin");
    Packet old = manager.submit(handoff, 1, LITTLE, "none");
    assertThat(lead.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    QuorumPolicy proposal = standard(manager, 2, 2);
    assertThat(propose(manager, proposal)).isInstanceOf(Outcome.Applied.class);
    assertThat(sign(lead, proposal, Answer.GO).verdict()).contains(Verdict.NO_SEAT);
    assertThat(sign(one, proposal, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(sign(two, proposal, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(read(proposal).state()).isEqualTo(QuorumPolicy.State.PROPOSED);
    assertThat(sign(keeper, proposal, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(read(proposal).state()).isEqualTo(QuorumPolicy.State.ACTIVE);

    assertThat(one.answer(handoff, Answer.GO).verdict())
        .as("it was submitted under the rule of before")
        .contains(Verdict.POLICY_CHANGED);
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    assertThat(manager.approval(handoff).votes()).isEmpty();
    manager.submit(handoff, old.version() + 1, LITTLE, "none");
    assertThat(manager.approval(handoff).policyVersion()).isEqualTo(2);
    for (Office who : List.of(lead, one)) {
      assertThat(who.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    }
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    assertThat(two.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.MET);

    List<String> lines = exported(manager, handoff);
    assertThat(checked(lines).wrong()).isEmpty();
    assertThat(checked(lines).state()).isEqualTo("met");
    List<String> unsigned =
        lines.stream()
            .filter(line -> !line.contains("envelope") || !line.contains("\"type\":\"envelope\""))
            .toList();
    assertThat(checked(unsigned).wrong()).isNotEmpty();
    back(keeper);
  }

  /** So that tests after this one find the rule they know. */
  private static void back(Office keeper) throws Exception {
    counts(standard(manager, 3, 1), keeper);
  }

  @Test
  void whatIsNoNextVersionOfARuleIsRefused() {
    String document = STANDARD.document();
    List<QuorumPolicy> bad =
        List.of(
            standard(manager, 9, 2),
            standard(lead, 2, 2),
            rule(manager, Policies.CHANGE.document().replace("\"version\":1", "\"version\":2")),
            rule(
                manager,
                document
                    .replace("\"version\":1", "\"version\":2")
                    .replace("\"when\":{}", "\"when\":{\"firstYear\":9}")),
            rule(
                manager,
                document
                    .replace("handoff-standard", "handoff-mine")
                    .replace("\"version\":1", "\"version\":2")));
    assertThat(bad)
        .allSatisfy(one -> assertThat(propose(manager, one)).isInstanceOf(Outcome.Parked.class));
    RecordId id = QuorumPolicy.idOf("handoff-standard", 1);
    assertThat(manager.write(id, QuorumPolicy.KIND.name(), bad.getFirst().toFields()))
        .isInstanceOf(Outcome.Parked.class);
  }

  @Test
  void whoProposesItDoesNotSignIt() throws Exception {
    Office both = enrolled("Bea", "ProductManager", "Approver");
    QuorumPolicy proposal =
        rule(both, Policies.ROLLBACK.document().replace("\"version\":1", "\"version\":2"));
    assertThat(propose(both, proposal)).isInstanceOf(Outcome.Applied.class);
    assertThat(sign(both, proposal, Answer.GO).verdict()).contains(Verdict.SEPARATION);
    assertThat(sign(one, proposal, Answer.NO_GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(manager.approval(proposal.id()).state()).isEqualTo(ApprovalState.REJECTED);
    assertThat(read(proposal).state()).isEqualTo(QuorumPolicy.State.PROPOSED);
  }
}
