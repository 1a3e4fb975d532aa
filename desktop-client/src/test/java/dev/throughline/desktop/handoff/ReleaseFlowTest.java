package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.Waits;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** What was signed goes out and is checked, and the page says how far it is. */
class ReleaseFlowTest extends ReleaseDesk {
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
  void whatWouldStopTheNextVersionIsNotLoudWhileOneIsOut() throws Exception {
    openHandoff();
    whole.await("it is loud before", () -> loud() > 0);
    is(ReleaseState.TESTING, Waits.CHECKS);
    whole.await("it is said", () -> whole.says("would stop the next"));
    assertThat(loud()).isZero();
    looksWell("release-out");
  }

  private int loud() throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".preflight .tl-stopped").size()
                + whole.scene().getRoot().lookupAll(".preflight .tl-stale").size());
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
    // The keys speak of the check that is looked at, and the walk looked at all of them.
    Node first = whole.shown("report").getFirst().lookup(".text-field");
    whole.fx(
        () -> {
          first.requestFocus();
          return true;
        });
    run("handoff.failed");
    var id = CheckResult.idOf(Release.idOf(packet.id()), 2, planned.getFirst().id());
    whole.await("in its generation", () -> store().find(id).isPresent());
    assertThat(CheckResult.from(id, store().find(id).orElseThrow().fields()).outcome())
        .isEqualTo(CheckOutcome.FAILED);
  }
}
