package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.release.Waits;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/** What was signed goes out, is checked, and is taken back. */
class ReleaseFlowTest extends ReleaseDesk {
  private static final String REASON = "Workshops get the pictures a day late.";

  @Test
  void thePageSaysHowFarItIsAndWhatItWaitsFor() throws Exception {
    is(ReleaseState.CHECKING, Waits.SENTINEL);
    be(MARA, "ProductManager");
    openHandoff();
    whole.await("the gate", () -> whole.says("SentinelNet does not answer"));
    assertThat(whole.says("Version 2")).isTrue();
    assertThat(here()).isEqualTo("SentinelNet, it is here");
    is(ReleaseState.REGISTERING, Waits.KERNEL_QUORUM);
    whole.await("Kernel", () -> whole.says("Kernel asks for more approvals"));
    assertThat(here()).isEqualTo("Kernel, it is here");
    is(ReleaseState.ACTIVATING, Waits.NOTHING);
    whole.await("on its way", () -> whole.says("Kernel is told to bring it out."));
    is(ReleaseState.TESTING, Waits.CHECKS);
    whole.await("out", () -> whole.says("checks are awaited."));
    is(ReleaseState.VERIFIED, Waits.NOTHING);
    whole.await("verified", () -> whole.says("It is out and has passed"));
    assertThat(here()).isEqualTo("Verified, it is here");
    is(ReleaseState.EXPIRED, Waits.NOTHING);
    whole.await("expired", () -> whole.says("sign it again to send it out"));
  }

  @Test
  void whatSentinelNetSaysAgainstItStandsThereWithItsRule() throws Exception {
    release(
        second,
        ReleaseState.BLOCKED,
        Waits.NOTHING,
        Map.of(
            Release.VERDICT,
            Value.text(
                """
                {"decision":"deny","policyId":"egress-eu","policyVersion":7,
                 "rationale":[
                  {"explanation":"the picture store lies outside","result":"fail","rule":"region"},
                  {"explanation":"all keys rotate","result":"pass","rule":"keys"}],
                 "reason":"data leaves the region"}\
                """)));
    openHandoff();
    whole.await("why", () -> whole.says("SentinelNet said no: data leaves the region"));
    assertThat(whole.says("Rule egress-eu, version 7")).isTrue();
    assertThat(whole.says("region: the picture store lies outside")).isTrue();
    assertThat(whole.says("all keys rotate")).as("what holds is no reason").isFalse();
    assertThat(here()).isEqualTo("SentinelNet, it stopped here");
    looksWell("release-blocked");
  }

  private String here() throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".release-course .tl-h3").stream()
                .map(Node::getAccessibleText)
                .findFirst()
                .orElse(""));
  }

  @Test
  void aCheckIsReportedByKeysAndCountsOnceTheServerHasIt() throws Exception {
    is(ReleaseState.TESTING, Waits.CHECKS, result(0, CheckOutcome.PASSED, "180 ms"));
    be(SOL, "TechnicalLead");
    openHandoff();
    whole.await("one has passed", () -> whole.says("Passed: 180 ms"));
    looksWell("release-testing");
    assertThat(can("handoff.passed")).isTrue();
    type(".release-check .text-field", "99.2 %");
    whole.press("Ctrl+Shift+G");
    whole.await("it is reported", () -> whole.says("reported, not yet at the server"));
    CheckResult made = reported(1);
    assertThat(made.outcome()).isEqualTo(CheckOutcome.PASSED);
    assertThat(made.value()).isEqualTo("99.2 %");
    assertThat(made.by()).contains(SOL);
    assertThat(
            CheckResult.refusal(
                made.id(),
                true,
                made.toFields(),
                dev.throughline.model.sync.Action.EDIT,
                Optional.of(SOL)))
        .isEmpty();
    whole.press("Ctrl+Z");
    whole.settle();
    assertThat(reported(1)).as("undo does not take it back").isEqualTo(made);
    is(
        ReleaseState.TESTING,
        Waits.CHECKS,
        result(0, CheckOutcome.PASSED, "180 ms"),
        result(1, CheckOutcome.PASSED, "99.2 %"));
    whole.await("it counts", () -> !whole.says("not yet at the server"));
    assertThat(whole.says("Passed: 99.2 %")).isTrue();
  }

  private CheckResult reported(int check) {
    var id = CheckResult.idOf(Release.idOf(second.id()), 1, planned.get(check).id());
    return CheckResult.from(id, store().find(id).orElseThrow().fields());
  }

  @Test
  void whoMayNotReportSeesWhatIsAwaited() throws Exception {
    is(ReleaseState.TESTING, Waits.CHECKS);
    be(SOL, "Researcher");
    openHandoff();
    whole.await("it is awaited", () -> whole.says("awaited"));
    assertThat(can("handoff.passed")).isFalse();
    assertThat(can("handoff.rollback")).isFalse();
  }

  @Test
  void aRollbackIsOrderedWithItsReason() throws Exception {
    failed();
    be(MARA, "ProductManager");
    openHandoff();
    whole.await("it can be ordered", () -> can("handoff.rollback"));
    assertThat(can("handoff.emergency")).as("no incident lead").isFalse();
    whole.press("Ctrl+Shift+R");
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    looksWell("release-order");
    whole.press("Ctrl+Enter");
    assertThat(orders()).as("without a reason").isEmpty();
    whole.type(REASON);
    whole.press("Ctrl+Enter");
    whole.await("it is ordered", () -> orders().size() == 1);
    whole.await("the sheet is gone", () -> whole.shown("sign-sheet").isEmpty());
    RollbackOrder order = orders().getFirst();
    assertThat(order.words())
        .contains(
            new Words(
                handoff,
                Release.idOf(second.id()),
                1,
                2,
                Purpose.ROLLBACK,
                1,
                1,
                REASON,
                List.of(planned.getLast().id())));
    assertThat(order.by()).contains(MARA);
    assertThat(order.envelope()).isEmpty();
    whole.await("it waits for the server", () -> whole.says("others are asked once the server"));
    assertThat(can("handoff.rollback")).as("one waits").isFalse();
    whole.press("Ctrl+Z");
    whole.settle();
    assertThat(orders()).as("undo does not take it back").hasSize(1);
  }

  /** The last check failed; the others passed. */
  private void failed() {
    CheckResult.Taken[] results = new CheckResult.Taken[planned.size()];
    for (int i = 0; i < results.length; i++) {
      boolean isLast = i == results.length - 1;
      results[i] =
          result(
              i,
              isLast ? CheckOutcome.FAILED : CheckOutcome.PASSED,
              isLast ? "31 of 40 in time" : "180 ms");
    }
    is(ReleaseState.FAILED, Waits.SIGNATURES, results);
  }

  @Test
  void anEmergencyNeedsTheDutyAndAKeyAndIsSigned() throws Exception {
    failed();
    be(INA, "TechnicalLead", "IncidentLead");
    openHandoff();
    whole.await("it can be ordered", () -> can("handoff.emergency"));
    run("handoff.emergency");
    whole.await("without a key one is made", () -> keys().size() == 1);
    assertThat(whole.shown("sign-sheet")).isEmpty();
    run("handoff.emergency");
    whole.settle();
    assertThat(whole.shown("sign-sheet")).as("the key does not count yet").isEmpty();
    DeviceKey key = confirmed();
    whole.await(
        "the sheet is there",
        () -> {
          run("handoff.emergency");
          return !whole.shown("sign-sheet").isEmpty();
        });
    assertThat(whole.says("within 48 hours")).isTrue();
    whole.type(REASON);
    looksWell("release-emergency");
    whole.press("Ctrl+Enter");
    whole.await("it is ordered", () -> orders().size() == 1);
    RollbackOrder order = orders().getFirst();
    assertThat(order.words().orElseThrow().purpose()).isEqualTo(Purpose.EMERGENCY);
    byte[] bytes = order.envelope().getBytes(StandardCharsets.UTF_8);
    assertThat(Envelope.parse(bytes, Set.of(RollbackOrder.PAYLOAD_TYPE)))
        .isInstanceOfSatisfying(
            Envelope.Parsed.Read.class,
            read -> {
              assertThat(read.envelope().payload())
                  .isEqualTo(order.document().getBytes(StandardCharsets.UTF_8));
              assertThat(
                      read.envelope()
                          .isSigned(
                              read.envelope().signatures().getFirst(), key.key().orElseThrow()))
                  .isTrue();
            });
    whole.await(
        "everybody is told", () -> whole.says("Emergency: Ina K. has version 2 taken back"));
    assertThat(can("handoff.emergency")).isFalse();
  }

  @Test
  void anEmergencyIsAnnouncedUntilItIsRatified() throws Exception {
    RollbackOrder order = order(Purpose.EMERGENCY, REASON, Optional.of(INA));
    is(ReleaseState.ROLLED_BACK, Waits.NOTHING);
    opened(order, "");
    be(MARA, "Researcher");
    openHandoff();
    whole.await("everybody is told", () -> whole.says("Emergency: Ina K. had version 2 taken"));
    whole.await(
        "until when", () -> whole.says("Ratify the emergency rollback of version 2, until"));
    looksWell("release-banner");
    asServer(
        () ->
            save(
                Approval.idOf(order.id()),
                Approval.KIND,
                Map.of(Approval.STATE, Value.text(ApprovalState.SPENT.wireName()))));
    whole.await("no more", () -> !whole.says("Emergency: "));
  }

  @Test
  void anOrderIsSignedFromTheInboxWithThreeKeys() throws Exception {
    failed();
    RollbackOrder order = order(Purpose.ROLLBACK, REASON, Optional.of(MARA));
    opened(order, "");
    be(SOL, "Approver");
    openHandoff();
    enrolled();
    looksWell("release-failed");
    whole.fx(
        () -> {
          whole.window().shell().open("inbox", "");
          return true;
        });
    whole.await("it waits there", () -> whole.says("Roll version 2 back to version 1"));
    whole.await("its reason", () -> whole.says(REASON));
    whole.await("what failed", () -> whole.says(planned.getLast().text()));
    // Not walked for contrast: a notice of the key may still cover its button.
    whole.pictures("inbox-order");
    int pressed = 0;
    button("Open it").requestFocusAndFire(whole);
    pressed++;
    whole.await("it is open", () -> !whole.shown("checklist-row").isEmpty());
    whole.press("Ctrl+Shift+S");
    pressed++;
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    assertThat(whole.shown("answer-choice")).as("no conditions").hasSize(2);
    looksWell("sign-order");
    whole.press("Ctrl+Enter");
    pressed++;
    whole.await("it is signed", () -> votes(order.id()).size() == 1);
    assertThat(pressed).isLessThanOrEqualTo(4);
    Judge.Judged judged = judged(order, votes(order.id()).getFirst());
    assertThat(judged.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(judged.cast().orElseThrow().answer()).isEqualTo(Answer.GO);
  }

  private Judge.Judged judged(RollbackOrder order, Vote vote) {
    return Judge.of(
        vote.id(),
        vote.envelope(),
        new Judge.Bench(
            approvalOf(order),
            order.digest(),
            Optional.of(Policies.of(Purpose.ROLLBACK)),
            hint ->
                keys().stream().filter(key -> key.id().equals(DeviceKey.idOf(hint))).findFirst(),
            SOL,
            Set.of("Approver"),
            System.currentTimeMillis()));
  }

  private record Pressed(String words) {
    void requestFocusAndFire(dev.throughline.desktop.app.WholeWindow whole) throws Exception {
      whole.fx(
          () -> {
            whole.scene().getRoot().lookupAll(".parked .button").stream()
                .map(Button.class::cast)
                .filter(one -> words.equals(one.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
            return true;
          });
    }
  }

  private static Pressed button(String words) {
    return new Pressed(words);
  }

  @Test
  void anOrderThatIsNotTheOneOfItsCaseIsNotSigned() throws Exception {
    failed();
    RollbackOrder order = order(Purpose.ROLLBACK, REASON, Optional.of(MARA));
    opened(order, "00".repeat(32));
    be(SOL, "Approver");
    openHandoff();
    whole.await("it stands", () -> whole.says("0 of 2"));
    assertThat(isOffered()).isFalse();
    opened(order, "");
    whole.await("the right one is", this::isOffered);
    asServer(
        () ->
            save(
                order.id(),
                RollbackOrder.KIND,
                Map.of(
                    RollbackOrder.DOCUMENT,
                    Value.text(order.document().replace("a day late", "in time")))));
    whole.await("other words are not", () -> !isOffered());
  }

  @Test
  void whoOrderedItDoesNotSignIt() throws Exception {
    failed();
    opened(order(Purpose.ROLLBACK, REASON, Optional.of(SOL)), "");
    be(SOL, "Approver");
    openHandoff();
    whole.await("it stands", () -> whole.says("0 of 2"));
    assertThat(isOffered()).isFalse();
  }

  @Test
  void anotherVersionAndTheWayBackAreSaidAsWell() throws Exception {
    release(packet, ReleaseState.SUPERSEDED, Waits.NOTHING, Map.of());
    RollbackOrder order = order(Purpose.ROLLBACK, REASON, Optional.of(MARA));
    release(
        second,
        ReleaseState.ROLLING_BACK,
        Waits.KERNEL,
        Map.of(Release.ORDER, Value.text(order.id().toString())));
    openHandoff();
    whole.await("the way back", () -> whole.says("take it back, to version 1. Kernel does not"));
    assertThat(here()).isEqualTo("Being taken back, it is here");
    is(ReleaseState.SUPERSEDED, Waits.NOTHING);
    whole.await("another one", () -> whole.says("Another version took its place."));
    opened(order(Purpose.REVERT, "", Optional.empty()), "");
    whole.await("what the server opened", () -> whole.says("Bring version 2 back"));
    assertThat(whole.says("Ordered by the server")).isTrue();
  }

  @Test
  void whatCameBackStandsBelowWhatWasTakenBack() throws Exception {
    RollbackOrder order = order(Purpose.ROLLBACK, REASON, Optional.of(MARA));
    release(
        second,
        ReleaseState.ROLLED_BACK,
        Waits.NOTHING,
        Map.of(Release.ORDER, Value.text(order.id().toString())));
    release(
        packet,
        ReleaseState.TESTING,
        Waits.CHECKS,
        Map.of(Release.GENERATION, Value.whole(2), Release.VERIFIED_AT, Value.whole(ago(90))));
    be(SOL, "TechnicalLead");
    openHandoff();
    whole.await("where it went", () -> whole.says("It was taken back, to version 1."));
    assertThat(whole.says("Version 1")).isTrue();
    assertThat(can("handoff.failed")).isTrue();
    looksWell("release-two");
    run("handoff.failed");
    var id = CheckResult.idOf(Release.idOf(packet.id()), 2, planned.getFirst().id());
    whole.await("in its generation", () -> store().find(id).isPresent());
    assertThat(CheckResult.from(id, store().find(id).orElseThrow().fields()).outcome())
        .isEqualTo(CheckOutcome.FAILED);
  }

  private void type(String selector, String words) throws Exception {
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(selector).stream()
              .filter(ReleaseFlowTest::isShown)
              .map(TextInputControl.class::cast)
              .findFirst()
              .orElseThrow()
              .requestFocus();
          return true;
        });
    whole.type(words);
  }

  private static boolean isShown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
