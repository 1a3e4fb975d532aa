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
import org.junit.jupiter.api.Test;

/** What is out is taken back, by an order people sign or in an emergency. */
class OrderFlowTest extends ReleaseDesk {
  @Test
  void aRollbackIsOrderedWithItsReason() throws Exception {
    failed();
    be(MARA, "ProductManager");
    openHandoff();
    whole.await("it can be ordered", () -> can("handoff.rollback"));
    assertThat(can("handoff.emergency")).as("no incident lead").isFalse();
    whole.press("Ctrl+Shift+U");
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
    noticesClosed();
    looksWell("inbox-order");
    int pressed = 0;
    whole.use("Open it");
    pressed++;
    whole.await("it is open", () -> !whole.shown("checklist-row").isEmpty());
    whole.press("Ctrl+Shift+S");
    pressed++;
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    assertThat(whole.shown("answer-choice")).as("no conditions").hasSize(2);
    looksWell("sign-order");
    whole.press("Space");
    pressed++;
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
}
