package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.approval.Signing;
import dev.throughline.desktop.handoff.HandoffReader;
import dev.throughline.desktop.handoff.Handoffs;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.DataClass;
import dev.throughline.model.handoff.Every;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.release.Release;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real desktops, signed in: a handoff is submitted, signed offline, and counted when it syncs. */
class SignedHandoffIT extends SignedInDesks {
  private static DeviceKey enrolled(ClientWiring desk, Signing signing, ClientWiring admin)
      throws Exception {
    assertThat(signing.bring()).isEmpty();
    sync(desk);
    signing.prove();
    sync(desk);
    assertThat(signing.mine().orElseThrow().state()).isEqualTo(KeyState.PROVED);
    sync(admin);
    Signing word = admin.signing();
    DeviceKey known =
        word.keys().stream()
            .filter(key -> key.id().equals(signing.mine().orElseThrow().id()))
            .findFirst()
            .orElseThrow();
    assertThat(word.confirm(known)).isEmpty();
    sync(admin);
    sync(desk);
    assertThat(signing.mine().orElseThrow().state()).isEqualTo(KeyState.ENROLLED);
    return signing.mine().orElseThrow();
  }

  private static SignCase waits(ClientWiring desk, Signing signing, RecordId handoff) {
    return new SignCases(signing, desk.rulings(), new ShownTime(desk.clock(), ZoneOffset.UTC))
        .of(handoff)
        .orElseThrow();
  }

  private static Approval approval(ClientWiring desk, RecordId handoff) {
    RecordId id = Approval.idOf(handoff);
    return Approval.from(id, desk.ledger().store().find(id).orElseThrow().fields());
  }

  private static void tick(ClientWiring desk, RecordId item) throws Exception {
    sync(desk);
    save(desk, new Draft.Set(item, "checklist-item", Map.of("state", Value.text("ready"))));
    sync(desk);
  }

  /** As the page of a handoff submits it. */
  private static void submit(ClientWiring desk, RecordId handoff, long version) {
    long seen = desk.ledger().store().cursor().map(Cursor::seq).orElse(0L);
    SignCases cases =
        new SignCases(desk.signing(), desk.rulings(), new ShownTime(desk.clock(), ZoneOffset.UTC));
    Bundle bundle =
        new HandoffReader(desk.ledger().store(), desk.rulings(), cases, List::of)
            .bundle(handoff)
            .orElseThrow();
    assertThat(desk.handoffs().submit(bundle, version, seen))
        .isInstanceOf(Handoffs.Submitted.Done.class);
  }

  /** A handoff of one item, which somebody else has ticked by now. */
  private static RecordId made(ClientWiring manager, ClientWiring lead) throws Exception {
    RecordId handoff =
        make(
            manager,
            Handoff.KIND.name(),
            Map.of(
                Handoff.TITLE, "Price first",
                Handoff.DATA, DataClass.NONE.wireName(),
                Handoff.ASK, "Let everybody see it"));
    save(
        manager,
        new Draft.Set(
            manager.ledger().newRecord(),
            Cost.KIND.name(),
            Map.of(
                Cost.HANDOFF, Value.text(handoff.toString()),
                Cost.TEXT, Value.text("Hosting"),
                Cost.AMOUNT, new Money(100, "EUR").toValue(),
                Cost.EVERY, Value.text(Every.ONCE.wireName()))));
    RecordId item =
        make(
            manager, "checklist-item", Map.of("handoff", handoff.toString(), "title", "Fail-over"));
    sync(manager);
    tick(lead, item);
    sync(manager);
    return handoff;
  }

  @Test
  void whatIsSignedOfflineCountsWhenItSyncsAndAnEditVoidsIt() throws Exception {
    try (ClientWiring manager = desk("product-manager");
        ClientWiring lead = desk("technical-lead");
        ClientWiring approver = desk("approver");
        ClientWiring admin = desk("key-admin")) {
      for (ClientWiring desk : List.of(manager, lead, approver, admin)) {
        sync(desk);
      }
      for (ClientWiring desk : List.of(manager, lead, approver)) {
        grant(admin, person(desk), Optional.empty(), Level.OPEN);
      }
      sync(admin);
      Signing leads = lead.signing();
      Signing approvers = approver.signing();
      enrolled(lead, leads, admin);
      enrolled(approver, approvers, admin);
      RecordId handoff = made(manager, lead);
      submit(manager, handoff, 1);
      assertThat(sync(manager).parked()).isZero();
      assertThat(approval(manager, handoff).state())
          .as("others had ticked items, and it was seen")
          .isEqualTo(ApprovalState.OPEN);
      assertThat(approval(manager, handoff).policy()).isEqualTo("handoff-standard");

      sync(approver);
      SignCase offline = waits(approver, approvers, handoff);
      assertThat(offline.isSignable()).isTrue();
      assertThat(approvers.sign(offline, Answer.GO, List.of(), ""))
          .isInstanceOf(Signing.Signed.Done.class);
      assertThat(waits(approver, approvers, handoff).mine().flatMap(Vote::verdict)).isEmpty();
      assertThat(sync(approver).parked()).isZero();
      assertThat(waits(approver, approvers, handoff).mine().flatMap(Vote::verdict))
          .contains(Verdict.ACCEPTED);

      sync(manager);
      assertThat(approval(manager, handoff).votes()).hasSize(1);
      save(manager, new Draft.Set(handoff, "handoff", Map.of("risk", Value.text("More"))));
      sync(manager);
      assertThat(approval(manager, handoff).state()).isEqualTo(ApprovalState.CHANGED);
      assertThat(approval(manager, handoff).votes()).isEmpty();
      submit(manager, handoff, 2);
      sync(manager);
      sync(approver);
      SignCase again = waits(approver, approvers, handoff);
      assertThat(again.isSignable()).isTrue();
      assertThat(again.signedBefore()).contains(1L);
      assertThat(again.since()).extracting("part").containsExactly("risk");

      approvers.sign(again, Answer.GO, List.of(), "");
      sync(approver);
      signedByAll(manager, lead, leads, handoff);
    }
  }

  /** The last signature, and what the workflow engine of this server does with all of them. */
  private static void signedByAll(
      ClientWiring manager, ClientWiring lead, Signing leads, RecordId handoff) throws Exception {
    sync(lead);
    leads.sign(waits(lead, leads, handoff), Answer.GO, List.of(), "");
    sync(lead);
    assertThat(waits(lead, leads, handoff).mine().flatMap(Vote::verdict))
        .contains(Verdict.ACCEPTED);
    RecordId release = Release.idOf(Packet.idOf(handoff, 2));
    Hands.await("it is carried out", () -> isSeen(manager, release));
    assertThat(approval(manager, handoff).state()).isEqualTo(ApprovalState.SPENT);
    assertThat(approval(manager, handoff).votes()).hasSize(2);
  }

  private static boolean isSeen(ClientWiring desk, RecordId record) {
    try {
      sync(desk);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return desk.ledger().store().find(record).isPresent();
  }

  @Test
  void aPacketThatOvertookAnUnseenEditIsNotOpened() throws Exception {
    try (ClientWiring manager = desk("product-manager");
        ClientWiring lead = desk("technical-lead");
        ClientWiring admin = desk("key-admin")) {
      for (ClientWiring desk : List.of(manager, lead, admin)) {
        sync(desk);
      }
      for (ClientWiring desk : List.of(manager, lead)) {
        grant(admin, person(desk), Optional.empty(), Level.OPEN);
      }
      sync(admin);
      RecordId handoff = make(manager, Handoff.KIND.name(), Map.of(Handoff.TITLE, "Raced"));
      sync(manager);
      sync(lead);
      make(
          lead,
          AcceptanceCheck.KIND.name(),
          Map.of("handoff", handoff.toString(), "text", "Licences are there"));
      sync(lead);
      submit(manager, handoff, 1);
      sync(manager);
      assertThat(approval(manager, handoff).state()).isEqualTo(ApprovalState.CHANGED);
      submit(manager, handoff, 2);
      sync(manager);
      assertThat(approval(manager, handoff).state()).isEqualTo(ApprovalState.OPEN);
    }
  }
}
