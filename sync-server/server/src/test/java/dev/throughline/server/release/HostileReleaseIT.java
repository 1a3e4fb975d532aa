package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.sync.Outcome;
import dev.throughline.server.approval.Office;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people try who want something out, or back, that others did not sign. */
class HostileReleaseIT extends ReleaseDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  @Test
  void whoSubmittedAHandoffDoesNotSignThatItIsTakenBack() throws Exception {
    Office both = enrolled("Bea", "ProductManager", "Approver");
    Packet mine = packet(1, "none", "Prices first.");
    Packet packet =
        Packet.of(
            handoff,
            1,
            mine.manifest().getBytes(StandardCharsets.UTF_8),
            Optional.of(both.person),
            7,
            both.device.hello().head());
    RecordId order = orderAfter(packet, both);
    assertThat(both.answerOrder(order, Answer.GO).verdict()).contains(Verdict.SEPARATION);
    assertThat(two.answerOrder(order, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
  }

  /** A packet that names nobody is of whoever brought it. */
  @Test
  void whoSubmittedItNamelesslyDoesNotSignThatItIsTakenBackEither() throws Exception {
    Office both = enrolled("Bo", "ProductManager", "Approver");
    byte[] written = packet(1, "none", "Prices first.").manifest().getBytes(StandardCharsets.UTF_8);
    Packet packet = Packet.of(handoff, 1, written, Optional.empty(), 7, both.device.hello().head());
    RecordId order = orderAfter(packet, both);
    assertThat(both.answerOrder(order, Answer.GO).verdict()).contains(Verdict.SEPARATION);
  }

  /** The order to take back what the packet, brought by them, came to. */
  private RecordId orderAfter(Packet packet, Office by) throws Exception {
    by.write(packet.id(), Packet.KIND.name(), packet.toFields());
    lead.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO);
    Release release = Release.from(Release.idOf(packet.id()), Map.of());
    go();
    report(lead, release, service, CheckOutcome.FAILED);
    go();
    return now(release).order().orElseThrow();
  }

  @Test
  void whoTookItBackAloneDoesNotSignItsReturnUnderAnotherRuleEither() throws Exception {
    Office keeper = enrolled("Kim2", "KeyAdmin");
    Office ines = enrolled("Ines", "IncidentLead", "Approver");
    Release release = verified(1);
    order(ines, words(release, 1, Purpose.EMERGENCY, 0));
    go();
    CLOCK.pass(Duration.ofHours(49));
    go();
    RecordId revert = now(release).order().orElseThrow();
    assertThat(ines.answerOrder(revert, Answer.NO_GO).verdict()).contains(Verdict.SEPARATION);
    counts(nextRollbackRule(), keeper);
    lead.answerOrder(revert, Answer.GO);
    go();
    assertThat(ines.answerOrder(revert, Answer.NO_GO).verdict()).contains(Verdict.SEPARATION);
  }

  private QuorumPolicy nextRollbackRule() {
    long version = 2;
    while (!manager.device.record(QuorumPolicy.idOf(Policies.ROLLBACK.id(), version)).isEmpty()) {
      version++;
    }
    return rule(
        manager,
        Policies.ROLLBACK
            .document()
            .replace("\"version\":1", "\"version\":" + version)
            .replace("\"signingDays\":14", "\"signingDays\":" + (version + 3)));
  }

  @Test
  void nothingIsMeasuredBeforeKernelBroughtItOut() throws Exception {
    Release release = submitted(1);
    while (state(release) != ReleaseState.ACTIVATING) {
      advance.step(workspace, handoff);
    }
    CheckResult early = passed(release.id(), 1);
    assertThat(lead.write(early.id(), CheckResult.KIND.name(), early.toFields()))
        .isNotInstanceOf(Outcome.Applied.class);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(now(release).results()).isEmpty();
  }

  @Test
  void nothingCanBeReportedOfWhatIsNotOut() throws Exception {
    CheckResult early = passed(Release.idOf(Packet.idOf(handoff, 1)), 1);
    assertThat(lead.write(early.id(), CheckResult.KIND.name(), early.toFields()))
        .isNotInstanceOf(Outcome.Applied.class);
    Release release = submitted(1);
    assertThat(lead.write(early.id(), CheckResult.KIND.name(), early.toFields()))
        .isNotInstanceOf(Outcome.Applied.class);
    go();
    assertThat(now(release).results()).isEmpty();
    CheckResult later = passed(release.id(), 2);
    assertThat(lead.write(later.id(), CheckResult.KIND.name(), later.toFields()))
        .isNotInstanceOf(Outcome.Applied.class);
    report(manager, release, service, CheckOutcome.PASSED);
    report(manager, release, check, CheckOutcome.PASSED);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
  }

  private CheckResult passed(RecordId release, long generation) {
    return new CheckResult(
        CheckResult.idOf(release, generation, service),
        Optional.of(release),
        Optional.of(service),
        generation,
        CheckOutcome.PASSED,
        "never ran",
        Optional.of(lead.person));
  }

  /** What is out can be taken back until something else is out. */
  @Test
  void aSuccessorThatIsBlockedLeavesWhatIsOutInItsPlace() throws Exception {
    Release first = verified(1);
    Release second = submitted(packet(2, "none", "Call somebody@example.org about it"));
    go();
    assertThat(state(second)).isEqualTo(ReleaseState.BLOCKED);
    assertThat(state(first)).isEqualTo(ReleaseState.VERIFIED);
    order(incident, words(first, 1, Purpose.EMERGENCY, 0));
    go();
    assertThat(state(first)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anEmergencyGoesOnThoughASuccessorWasSigned() throws Exception {
    Release first = verified(1);
    Release second = submitted(packet(2, "none", "Call somebody@example.org about it"));
    RecordId order = order(incident, words(first, 1, Purpose.EMERGENCY, 0));
    go();
    assertThat(state(second)).isEqualTo(ReleaseState.BLOCKED);
    assertThat(state(first)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(orderState(order)).isNotEqualTo(ApprovalState.EXPIRED);
  }

  @Test
  void aPacketThatContradictsTheRecordsIsSignedByNobody() throws Exception {
    byte[] written =
        packet(1, "personal", "Prices first.")
            .manifest()
            .replace("\"personal\"", "\"none\"")
            .getBytes(StandardCharsets.UTF_8);
    Packet packet = Packet.of(handoff, 1, written, Optional.of(manager.person), 7, Long.MAX_VALUE);
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void whatHappenedIsToldOfAHandoffInTheTrashToo() throws Exception {
    verified(1);
    lead.device.send(lead.device.trash(handoff, Handoff.KIND.name(), lead.device.hello().head()));
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void nothingOlderComesBackOverWhatIsOut() throws Exception {
    Release first = verified(1);
    order(incident, words(first, 1, Purpose.EMERGENCY, 0));
    go();
    CLOCK.pass(Duration.ofHours(49));
    go();
    RecordId revert = now(first).order().orElseThrow();
    Release second = verified(2);
    signed(revert);
    go();
    assertThat(state(first)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(state(second)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void whatComesBackTakesThePlaceOfWhatStoodInForIt() throws Exception {
    Release first = verified(1);
    Release second = verified(2);
    order(incident, words(second, 2, Purpose.EMERGENCY, 1));
    go();
    assertThat(state(first)).isEqualTo(ReleaseState.VERIFIED);
    CLOCK.pass(Duration.ofHours(49));
    go();
    signed(now(second).order().orElseThrow());
    go();
    assertThat(state(second)).isEqualTo(ReleaseState.TESTING);
    assertThat(state(first)).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  /** Whoever acts alone has to be stood behind; once people said no, acting alone is over. */
  @Test
  void whatWasBroughtBackIsNotTakenBackByOneAloneAgain() throws Exception {
    Release release = verified(1);
    order(incident, words(release, 1, Purpose.EMERGENCY, 0));
    go();
    CLOCK.pass(Duration.ofHours(49));
    go();
    signed(now(release).order().orElseThrow());
    go();
    report(lead, release, service, CheckOutcome.PASSED);
    report(manager, release, check, CheckOutcome.PASSED);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    RecordId again = order(incident, words(now(release), 1, Purpose.EMERGENCY, 0));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(now(release).order()).isNotEqualTo(Optional.of(again));
    RecordId order = order(manager, words(now(release), 1, Purpose.ROLLBACK, 0));
    go();
    signed(order);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anOrderOutlivesTheRuleItWasOpenedUnder() throws Exception {
    Office keeper = enrolled("Kit", "KeyAdmin");
    Release release = submitted(1);
    go();
    report(lead, release, service, CheckOutcome.FAILED);
    go();
    RecordId order = now(release).order().orElseThrow();
    counts(nextRollbackRule(), keeper);
    assertThat(lead.answerOrder(order, Answer.GO).verdict()).contains(Verdict.POLICY_CHANGED);
    go();
    assertThat(orderState(order)).isEqualTo(ApprovalState.OPEN);
    signed(order);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anIncidentLeadReadsNoVotesInAPackage() {
    assertThat(incident.device.http().get("/audit/v1/handoffs/" + handoff + "/package").status())
        .isEqualTo(404);
  }

  @Test
  void oneSignedOrderCoversOneStepOfOneRelease() throws Exception {
    Release release = verified(1);
    RecordId order = order(manager, words(release, 1, Purpose.ROLLBACK, 0));
    go();
    signed(order);
    go();
    List<String> lines = exported(manager, handoff);
    assertThat(checked(lines).wrong()).isEmpty();
    List<String> forged =
        lines.stream().filter(line -> !line.contains("\"type\":\"order\"")).toList();
    assertThat(forged).hasSize(lines.size() - 1);
    assertThat(checked(forged).wrong())
        .anyMatch(why -> why.contains("nobody had ordered and signed"));
  }
}
