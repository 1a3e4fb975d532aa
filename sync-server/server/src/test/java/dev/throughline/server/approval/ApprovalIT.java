package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.audit.PackageCheck;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** People submit and sign over real HTTP and Postgres; the server decides what counts. */
class ApprovalIT extends Offices {
  @Test
  void aHighBudgetIsSignedByThreeDistinctPeople() throws Exception {
    assertThat(state()).isEqualTo(ApprovalState.DRAFT);
    manager.submit(handoff, 1, MUCH, "none");
    assertThat(manager.approval(handoff))
        .satisfies(
            it -> {
              assertThat(it.policy()).isEqualTo("handoff-high-budget");
              assertThat(it.requester()).contains(manager.person);
              assertThat(it.revision()).isOne();
              assertThat(it.state()).isEqualTo(ApprovalState.OPEN);
            });
    assertThat(lead.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(one.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    assertThat(two.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    assertThat(manager.approval(handoff).votes())
        .extracting(Approval.Cast::person)
        .containsExactlyInAnyOrder(lead.person, one.person, two.person);
  }

  @Test
  void anEditVoidsEveryVoteAndTheNextVersionIsSignedAnew() throws Exception {
    Packet first = manager.submit(handoff, 1, LITTLE, "none");
    String old = one.envelope(handoff, Answer.GO);
    assertThat(lead.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    RecordId item = TestDevice.newRecord();
    manager.write(
        item,
        ChecklistItem.KIND.name(),
        Map.of(
            ChecklistItem.HANDOFF, Value.text(handoff.toString()),
            ChecklistItem.TITLE, Value.text("One more thing")));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    assertThat(manager.approval(handoff).votes()).isEmpty();
    assertThat(one.bring(first.id(), old).verdict())
        .as("signed offline before, brought after")
        .contains(Verdict.STALE);
    manager.submit(handoff, 2, LITTLE, "none");
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    assertThat(manager.approval(handoff).revision()).isEqualTo(2);
    assertThat(one.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(lead.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.MET);
  }

  @Test
  void whatIsHandedOffByReferenceVoidsThemToo() throws Exception {
    RecordId idea = TestDevice.newRecord();
    RecordId mvp = TestDevice.newRecord();
    manager.write(idea, Idea.KIND.name(), Map.of(Idea.TITLE, Value.text("Price first")));
    manager.write(mvp, Mvp.KIND.name(), Map.of(Mvp.IDEA, Value.text(idea.toString())));
    manager.write(
        handoff,
        Handoff.KIND.name(),
        Map.of(
            Handoff.IDEA, Value.text(idea.toString()),
            Handoff.MVP, Value.text(mvp.toString())));
    manager.submit(handoff, 1, LITTLE, "none");
    manager.write(idea, Idea.KIND.name(), Map.of(Idea.DESCRIPTION, Value.text("More words")));
    assertThat(state()).as("no part of what is signed").isEqualTo(ApprovalState.OPEN);
    lead.write(
        TestDevice.newRecord(),
        Feature.KIND.name(),
        Map.of(Feature.MVP, Value.text(mvp.toString()), Feature.TEXT, Value.text("Instalments")));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    manager.submit(handoff, 2, LITTLE, "none");
    manager.write(idea, Idea.KIND.name(), Map.of(Idea.TITLE, Value.text("Another name")));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void aPacketThatSomebodyElsesEditOvertookIsNotOpened() {
    long seen = manager.device.hello().head();
    lead.write(
        TestDevice.newRecord(),
        AcceptanceCheck.KIND.name(),
        Map.of(
            AcceptanceCheck.HANDOFF,
            Value.text(handoff.toString()),
            AcceptanceCheck.TEXT,
            Value.text("Licences")));
    Packet packet = manager.packet(handoff, 1, LITTLE, "none", seen);
    manager.device.send(
        manager.device.edit(packet.id(), Packet.KIND.name(), 0, Office.puts(packet.toFields())));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    manager.submit(handoff, 2, LITTLE, "none");
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
  }

  @Test
  void whoSubmittedOrWroteItDoesNotSignIt() throws Exception {
    Office both = enrolled("Bo", "ProductManager", "Approver");
    Office writer = enrolled("Wim", "TechnicalLead", "Approver");
    RecordId own = both.handoff("Own work");
    writer.write(
        TestDevice.newRecord(),
        AcceptanceCheck.KIND.name(),
        Map.of(
            AcceptanceCheck.HANDOFF,
            Value.text(own.toString()),
            AcceptanceCheck.TEXT,
            Value.text("Servers")));
    both.submit(own, 1, LITTLE, "none");
    assertThat(both.answer(own, Answer.GO).verdict()).contains(Verdict.SEPARATION);
    assertThat(writer.answer(own, Answer.GO).verdict()).contains(Verdict.SEPARATION);
    assertThat(one.answer(own, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
  }

  @Test
  void aNoStopsItAndWhatComesLateIsSaid() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    String late = two.envelope(handoff, Answer.GO);
    assertThat(one.answer(handoff, Answer.NO_GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.REJECTED);
    RecordId packet = manager.approval(handoff).packet().orElseThrow();
    assertThat(two.bring(packet, late).verdict()).contains(Verdict.CLOSED);
  }

  @Test
  void theSameVoteTwiceCountsOnceAndAnotherOfThePersonNot() throws Exception {
    manager.submit(handoff, 1, MUCH, "none");
    RecordId packet = manager.approval(handoff).packet().orElseThrow();
    String envelope = one.envelope(handoff, Answer.GO);
    assertThat(one.bring(packet, envelope).verdict()).contains(Verdict.ACCEPTED);
    assertThat(one.device.send(one.vote(packet, envelope)))
        .as("it is there already")
        .isInstanceOf(Outcome.Parked.class);
    assertThat(one.read(envelope).verdict()).contains(Verdict.ACCEPTED);
    assertThat(one.answer(handoff, Answer.GO_WITH_CONDITIONS).verdict())
        .contains(Verdict.DUPLICATE);
    assertThat(two.device.send(two.vote(packet, envelope + " ")))
        .as("somebody else's envelope")
        .isInstanceOf(Outcome.Parked.class);
    assertThat(manager.approval(handoff).votes()).hasSize(1);
  }

  @Test
  void votesAndEditsThatMeetNeverLeaveAnApprovalOfWhatWasEdited() throws Exception {
    for (int round = 0; round < 10; round++) {
      RecordId raced = manager.handoff("Raced " + round);
      Packet packet = manager.submit(raced, 1, LITTLE, "none");
      String first = lead.envelope(raced, Answer.GO);
      String second = one.envelope(raced, Answer.GO);
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<Object>> all =
            List.of(
                () -> lead.device.send(lead.vote(packet.id(), first)),
                () -> one.device.send(one.vote(packet.id(), second)),
                () ->
                    manager.write(
                        raced, Handoff.KIND.name(), Map.of(Handoff.RISK, Value.text("More"))));
        for (Future<Object> done : people.invokeAll(all)) {
          done.get();
        }
      }
      Approval now = manager.approval(raced);
      assertThat(now.state()).isEqualTo(ApprovalState.CHANGED);
      assertThat(now.votes()).isEmpty();
    }
  }

  @Test
  void nobodyWritesAnApprovalOrAVerdict() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(
            manager.write(
                Approval.idOf(handoff),
                Approval.KIND.name(),
                Map.of(Approval.STATE, Value.text("met"))))
        .isInstanceOf(Outcome.Parked.class);
    Map<String, Value> fields =
        Map.of(
            "packet", Value.text(manager.approval(handoff).packet().orElseThrow().toString()),
            "envelope", Value.text("x"),
            "verdict", Value.text("accepted"));
    assertThat(one.write(dev.throughline.model.approval.Vote.idOf("x"), "vote", fields))
        .isInstanceOf(Outcome.Parked.class);
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    assertThat(Optional.of(manager.approval(handoff)).map(Approval::votes).orElseThrow()).isEmpty();
  }

  @Test
  void whatHappenedIsProvedWithoutTheServer() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    one.answer(handoff, Answer.GO);
    manager.write(handoff, Handoff.KIND.name(), Map.of(Handoff.RISK, Value.text("More")));
    manager.submit(handoff, 2, LITTLE, "none");
    one.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO_WITH_CONDITIONS);
    lead.answer(handoff, Answer.GO);
    List<String> lines = exported(manager, handoff);
    PackageCheck.Report report = checked(lines);
    assertThat(report.wrong()).isEmpty();
    assertThat(report.state()).isEqualTo("met");
    assertThat(report.lines())
        .anyMatch(line -> line.contains("approval.voided"))
        .anyMatch(line -> line.contains("vote.counted (duplicate)"))
        .last()
        .asString()
        .contains("approval.met");
  }

  @Test
  void aPackageWithAnyLineLeftOutOrChangedIsNotProven() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    one.answer(handoff, Answer.GO);
    lead.answer(handoff, Answer.GO);
    List<String> lines = exported(manager, handoff);
    assertThat(checked(lines).wrong()).isEmpty();
    List<String> neededTypes = List.of("\"type\":\"event\"", "\"type\":\"digest\"");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (neededTypes.stream().anyMatch(line::contains)) {
        List<String> without = new ArrayList<>(lines);
        without.remove(i);
        assertThat(checked(without).isProven()).as("without " + line).isFalse();
      }
    }
    for (String part : List.of("\"type\":\"envelope\"", "\"type\":\"packet\"")) {
      List<String> without = lines.stream().filter(line -> !line.contains(part)).toList();
      assertThat(checked(without).isProven()).as("without " + part).isFalse();
    }
    List<String> claimed =
        lines.stream()
            .map(
                line ->
                    line.replace("\\\"roles\\\":\\\"Approver", "\\\"roles\\\":\\\"TechnicalLead"))
            .toList();
    assertThat(claimed).isNotEqualTo(lines);
    assertThat(checked(claimed).isProven()).isFalse();
  }

  @Test
  void whoMayNotReadTheHandoffGetsNoPackage() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(admin.device.http().get("/audit/v1/handoffs/" + handoff + "/package").status())
        .isEqualTo(404);
  }

  @Test
  void everythingOfOnePushIsSeenInItsOrder() {
    RecordId mvp = TestDevice.newRecord();
    RecordId fresh = TestDevice.newRecord();
    manager.write(mvp, Mvp.KIND.name(), Map.of(Mvp.VERSION, Value.text("1")));
    manager.write(fresh, Handoff.KIND.name(), Map.of(Handoff.MVP, Value.text(mvp.toString())));
    Packet packet = manager.packet(fresh, 1, LITTLE, "none");
    Op submitted =
        manager.device.edit(packet.id(), Packet.KIND.name(), 0, Office.puts(packet.toFields()));
    Op edited =
        manager.device.edit(
            TestDevice.newRecord(),
            Feature.KIND.name(),
            0,
            Office.puts(Map.of(Feature.MVP, Value.text(mvp.toString()))));
    manager.device.push(submitted, edited);
    assertThat(manager.approval(fresh).state())
        .as("two groups of one push")
        .isEqualTo(ApprovalState.CHANGED);
    assertThat(checked(exported(manager, fresh)).lines())
        .anyMatch(line -> line.contains("approval.opened"))
        .anyMatch(line -> line.contains("approval.voided"));
  }

  @Test
  void anEditInTheGroupOfAPacketVoidsIt() {
    Packet packet = manager.packet(handoff, 1, LITTLE, "none");
    List<Op> group =
        TestDevice.grouped(
            List.of(
                manager.device.edit(
                    packet.id(), Packet.KIND.name(), 0, Office.puts(packet.toFields())),
                manager.device.put(
                    handoff,
                    Handoff.KIND.name(),
                    manager.device.hello().head(),
                    Handoff.ASK,
                    "More")));
    manager.device.push(group.toArray(Op[]::new));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void whatSomebodyElsePutAwayUnseenOvertakesAPacketToo() {
    RecordId part = TestDevice.newRecord();
    manager.write(
        part,
        AcceptanceCheck.KIND.name(),
        Map.of(
            AcceptanceCheck.HANDOFF,
            Value.text(handoff.toString()),
            AcceptanceCheck.TEXT,
            Value.text("x")));
    long seen = manager.device.hello().head();
    lead.device.send(lead.device.trash(part, AcceptanceCheck.KIND.name(), seen));
    Packet packet = manager.packet(handoff, 1, LITTLE, "none", seen);
    manager.device.send(
        manager.device.edit(packet.id(), Packet.KIND.name(), 0, Office.puts(packet.toFields())));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void aPacketUnderAnotherIdIsRefused() {
    Packet packet = manager.packet(handoff, 1, LITTLE, "none");
    assertThat(manager.write(TestDevice.newRecord(), Packet.KIND.name(), packet.toFields()))
        .isInstanceOf(Outcome.Parked.class);
  }

  @Test
  void whatWasSubmittedBeforeAnybodySignedInIsSignedByOthersThanWhoBringsIt() throws Exception {
    Packet mine = manager.packet(handoff, 1, LITTLE, "none");
    byte[] manifest = mine.manifest().getBytes(StandardCharsets.UTF_8);
    Packet nameless = Packet.of(handoff, 1, manifest, Optional.empty(), 7, mine.seen());
    assertThat(manager.write(nameless.id(), Packet.KIND.name(), nameless.toFields()))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(manager.approval(handoff).requester()).contains(manager.person);
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void whoWroteWhatWasMovedHereDoesNotSignIt() throws Exception {
    Office writer = enrolled("Wil", "TechnicalLead", "Approver");
    RecordId scratch = manager.handoff("Scratch");
    RecordId part = TestDevice.newRecord();
    writer.write(
        part,
        AcceptanceCheck.KIND.name(),
        Map.of(
            AcceptanceCheck.HANDOFF,
            Value.text(scratch.toString()),
            AcceptanceCheck.TEXT,
            Value.text("x")));
    manager.write(
        part,
        AcceptanceCheck.KIND.name(),
        Map.of(AcceptanceCheck.HANDOFF, Value.text(handoff.toString())));
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(writer.answer(handoff, Answer.GO).verdict()).contains(Verdict.SEPARATION);
  }
}
