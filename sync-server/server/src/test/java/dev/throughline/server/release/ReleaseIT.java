package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.Waits;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was signed is carried out, tested and taken back, with the Kernel and SentinelNet here. */
class ReleaseIT extends ReleaseDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  @Test
  void whatWasSignedGoesOutAndIsVerifiedByItsChecks() throws Exception {
    Release release = submitted(1);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(now(release).waits()).isEqualTo(Waits.CHECKS);
    assertThat(now(release).signature()).isNotEmpty();
    assertThat(now(release).verdict()).contains("\"decision\":\"allow\"");
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.SPENT);
    report(lead, release, service, CheckOutcome.PASSED);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    report(manager, release, check, CheckOutcome.PASSED);
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
    assertThat(checked(exported(manager, handoff)).state()).isEqualTo("spent");
  }

  @Test
  void resultsThatComeTwiceLateOrForNothingChangeNothing() throws Exception {
    Release release = submitted(1);
    go();
    report(lead, release, service, CheckOutcome.PASSED);
    assertThat(report(manager, release, service, CheckOutcome.FAILED))
        .isInstanceOf(Outcome.Parked.class);
    report(manager, release, TestDevice.newRecord(), CheckOutcome.FAILED);
    assertThat(now(release).results()).hasSize(1);
    report(manager, release, check, CheckOutcome.PASSED);
    go();
    var trail = trail();
    // Of a generation that was never out.
    Release other = Release.from(release.id(), Map.of(Release.GENERATION, Value.whole(7)));
    assertThat(other.generation()).isEqualTo(7);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(trail()).isEqualTo(trail);
  }

  @Test
  void anEditAfterTheLastSignatureKeepsItFromGoingOut() throws Exception {
    Release release = submitted(1);
    manager.write(handoff, Handoff.KIND.name(), Map.of(Handoff.TITLE, Value.text("Other")));
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(manager.device.pullAll(0)).noneMatch(change -> change.record().equals(release.id()));
  }

  @Test
  void personalDataNobodyDeclaredIsBlocked() throws Exception {
    Release release = submitted(packet(1, "none", "Ask somebody@example.org first."));
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(state(release)).isEqualTo(ReleaseState.BLOCKED);
    assertThat(now(release).verdict())
        .contains("\"decision\":\"deny\"")
        .doesNotContain("example.org");
    assertThat(now(release).signature()).isEmpty();
  }

  @Test
  void aFailedCheckAsksForARollbackAndTheVersionBeforeComesBack() throws Exception {
    Release good = verified(1);
    Release bad = submitted(2);
    go();
    assertThat(state(good)).isEqualTo(ReleaseState.SUPERSEDED);
    report(lead, bad, service, CheckOutcome.FAILED);
    go();
    assertThat(state(bad)).isEqualTo(ReleaseState.FAILED);
    RecordId order = now(bad).order().orElseThrow();
    RollbackOrder.Words words =
        RollbackOrder.from(order, manager.device.record(order)).words().orElseThrow();
    assertThat(words.to()).isEqualTo(1);
    assertThat(words.failed()).containsExactly(service);
    assertThat(lead.answerOrder(order, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    go();
    assertThat(state(bad)).isEqualTo(ReleaseState.FAILED);
    assertThat(two.answerOrder(order, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(state(bad)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(state(good)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(orderState(order)).isEqualTo(ApprovalState.SPENT);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void aNoToTheRollbackHasTheFailedCheckRepeated() throws Exception {
    Release release = submitted(1);
    go();
    report(lead, release, service, CheckOutcome.PASSED);
    report(lead, release, check, CheckOutcome.FAILED);
    go();
    one.answerOrder(now(release).order().orElseThrow(), Answer.NO_GO);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(now(release).generation()).isEqualTo(2);
    assertThat(now(release).result(service)).isPresent();
    report(lead, release, check, CheckOutcome.PASSED);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anEmergencyCountsAtOnceAndIsRevertedWhenNobodyRatifiesIt() throws Exception {
    Release release = verified(1);
    RecordId order = order(incident, words(release, 1, Purpose.EMERGENCY, 0));
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLING_BACK);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(orderState(order)).isEqualTo(ApprovalState.OPEN);
    CLOCK.pass(Duration.ofHours(47));
    go();
    assertThat(orderState(order)).isEqualTo(ApprovalState.OPEN);
    CLOCK.pass(Duration.ofHours(2));
    go();
    assertThat(orderState(order)).isEqualTo(ApprovalState.EXPIRED);
    assertThat(state(release))
        .as("nothing comes back unsigned")
        .isEqualTo(ReleaseState.ROLLED_BACK);
    RecordId revert = now(release).order().orElseThrow();
    assertThat(revert).isNotEqualTo(order);
    signed(revert);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(now(release).generation()).isEqualTo(2);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
    assertThat(trail()).contains("release.rolling-back emergency", "rollback.unratified missed");
  }

  @Test
  void aRatifiedEmergencyStays() throws Exception {
    Release release = verified(1);
    RecordId order = order(incident, words(release, 1, Purpose.EMERGENCY, 0));
    go();
    signed(order);
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(orderState(order)).isEqualTo(ApprovalState.SPENT);
    CLOCK.pass(Duration.ofHours(72));
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(trail()).contains("rollback.ratified");
    List<String> lines = exported(manager, handoff);
    assertThat(checked(lines).wrong()).isEmpty();
    String key = "\"id\":\"" + incident.key().id() + "\",\"person\"";
    List<String> unsigned = lines.stream().filter(line -> !line.contains(key)).toList();
    assertThat(unsigned).as("without the key it was ordered with").hasSize(lines.size() - 1);
    assertThat(checked(unsigned).wrong())
        .anyMatch(why -> why.contains("not signed by whoever ordered it"));
  }

  @Test
  void anEmergencyWithAnotherOnesSignatureLeadsToNothing() throws Exception {
    Release release = verified(1);
    RollbackOrder.Words words = words(release, 1, Purpose.EMERGENCY, 0);
    RollbackOrder order =
        RollbackOrder.of(
            words,
            lead.sealed(RollbackOrder.PAYLOAD_TYPE, words.bytes()),
            Optional.of(incident.person),
            7);
    incident.write(order.id(), RollbackOrder.KIND.name(), order.toFields());
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(trail()).contains("rollback.refused unsigned");
  }

  @Test
  void whatIsOutCanBeTakenBackOnceThatIsSigned() throws Exception {
    Release release = verified(1);
    RecordId order = order(manager, words(release, 1, Purpose.ROLLBACK, 0));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    signed(order);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void whatWaitsIsToldAfterADayAndAfterTwoAndEndsInTime() throws Exception {
    var packet = packet(1, "none", "Prices first.");
    manager.write(packet.id(), "packet", packet.toFields());
    go();
    CLOCK.pass(Duration.ofHours(25));
    go();
    CLOCK.pass(Duration.ofHours(25));
    go();
    assertThat(manager.approval(handoff).told())
        .containsExactlyInAnyOrder("PT0S", "PT24H", "PT48H");
    CLOCK.pass(Duration.ofDays(14));
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.EXPIRED);
  }
}
