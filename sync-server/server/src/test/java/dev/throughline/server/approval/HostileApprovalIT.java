package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people try who want something signed that is not so. */
class HostileApprovalIT extends Offices {
  private final Office researcher = office("Resi", "Researcher");

  HostileApprovalIT() throws Exception {}

  private RecordId idea(String title) {
    RecordId idea = TestDevice.newRecord();
    manager.write(idea, Idea.KIND.name(), Map.of(Idea.TITLE, Value.text(title)));
    return idea;
  }

  private void merge(RecordId from, RecordId into) {
    manager.write(from, Idea.KIND.name(), Map.of(Idea.MERGED_INTO, Value.text(into.toString())));
  }

  private void evidence(RecordId idea, RecordId source) {
    evidence(idea, source, "memo");
  }

  private void evidence(RecordId idea, RecordId source, String kind) {
    Evidence link = Evidence.of(idea, source, kind, 2, Stance.FOR);
    assertThat(
            manager.write(
                link.id(),
                Evidence.KIND.name(),
                Map.of(
                    Evidence.IDEA, Value.text(idea.toString()),
                    Evidence.SOURCE, Value.text(source.toString()),
                    Evidence.SOURCE_KIND, Value.text(kind),
                    Evidence.IMPORTANCE, Value.whole(2),
                    Evidence.STANCE, Value.text("for"))))
        .isInstanceOf(Outcome.Applied.class);
  }

  private RecordId memo(String words) {
    RecordId memo = TestDevice.newRecord();
    assertThat(researcher.write(memo, "memo", Map.of("notes", Value.text(words))))
        .isInstanceOf(Outcome.Applied.class);
    return memo;
  }

  private void about(RecordId idea) {
    manager.write(handoff, Handoff.KIND.name(), Map.of(Handoff.IDEA, Value.text(idea.toString())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"ask\":\"\"' | '\"ask\":\"Only the colours\"'",
        "'\"pricing\":\"\"' | '\"pricing\":\"Free\"'",
        "'\"text\":\"\"' | '\"text\":\"A little\"'",
        "'\"title\":\"Price first\"' | '\"surely\":true,\"title\":\"Price first\"'",
      })
  void aPacketThatSaysAnythingElseThanTheRecordsIsSignedByNobody(String is, String said) {
    String manifest = manager.packet(handoff, 1, MUCH, "none").manifest();
    assertThat(manifest).contains(is);
    byte[] other = manifest.replace(is, said).getBytes(StandardCharsets.UTF_8);
    Packet packet = Packet.of(handoff, 1, other, Optional.of(manager.person), 7, Long.MAX_VALUE);
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void evidenceOfEveryIdeaThatIsOneWithItBelongsToAPacket() {
    RecordId head = idea("Prices first");
    about(head);
    evidence(head, memo("Said it"));
    RecordId last = head;
    for (int i = 0; i < 12; i++) {
      RecordId next = idea("The same " + i);
      merge(next, last);
      last = next;
    }
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    RecordId deep = last;
    evidence(deep, memo("Said it too"));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    manager.submit(handoff, 2, LITTLE, "none");
    assertThat(state()).as("it leaves out what lies far below").isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void ideasMergedInACircleKeepNobodyWaiting() {
    RecordId one = idea("One");
    RecordId other = idea("Other");
    merge(one, other);
    merge(other, one);
    RecordId head = one.compareTo(other) < 0 ? one : other;
    about(head);
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    evidence(head.equals(one) ? other : one, memo("Said it"));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void votesFallWhenEvidenceIsRewrittenOrPutAwayAtItsSource() throws Exception {
    RecordId idea = idea("Prices first");
    RecordId memo = memo("Everybody asked for prices");
    about(idea);
    evidence(idea, memo);
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(one.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    researcher.write(memo, "memo", Map.of("notes", Value.text("Nobody asked for prices")));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    assertThat(manager.approval(handoff).votes()).isEmpty();
    assertThat(manager.approval(handoff).changedSince(1)).containsExactly(memo);
    manager.submit(handoff, 2, LITTLE, "none");
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    assertThat(manager.approval(handoff).changedSince(2)).isEmpty();
    researcher.device.send(researcher.device.trash(memo, "memo", researcher.device.hello().head()));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
  }

  @Test
  void aPartBelongsToAHandoffFromTheStart() {
    for (Kind kind : List.of(Cost.KIND, AcceptanceCheck.KIND)) {
      Map<String, Value> fields = new HashMap<>(Map.of("text", Value.text("x")));
      assertThat(lead.write(TestDevice.newRecord(), kind.name(), fields))
          .isNotInstanceOf(Outcome.Applied.class);
      fields.put(kind.parent(), Value.text(TestDevice.newRecord().toString()));
      assertThat(lead.write(TestDevice.newRecord(), kind.name(), fields))
          .as("one that nobody has made yet")
          .isNotInstanceOf(Outcome.Applied.class);
      fields.put(kind.parent(), Value.text(handoff.toString()));
      RecordId part = TestDevice.newRecord();
      assertThat(lead.write(part, kind.name(), fields)).isInstanceOf(Outcome.Applied.class);
      assertThat(lead.write(part, kind.name(), Map.of(kind.parent(), Value.NOTHING)))
          .as("and stays of one")
          .isNotInstanceOf(Outcome.Applied.class);
    }
  }

  @Test
  void whoSaidGoMaySayNoUntilItIsCarriedOut() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(one.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(one.answer(handoff, Answer.GO_WITH_CONDITIONS).verdict())
        .contains(Verdict.DUPLICATE);
    assertThat(lead.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    assertThat(one.answer(handoff, Answer.NO_GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.REJECTED);
    assertThat(manager.approval(handoff).votes()).hasSize(2);
    assertThat(two.answer(handoff, Answer.GO).verdict()).contains(Verdict.CLOSED);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void whoCannotStopItCanStillTakeTheirOwnGoBack() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    lead.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    assertThat(lead.answer(handoff, Answer.NO_GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    Office other = enrolled("Dora", "TechnicalLead");
    assertThat(other.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void aCostIsNotLessThanNothing() {
    assertThat(
            manager.write(
                TestDevice.newRecord(),
                Cost.KIND.name(),
                Map.of(
                    Cost.HANDOFF, Value.text(handoff.toString()),
                    Cost.AMOUNT, new Money(-99_999_900, "EUR").toValue())))
        .isNotInstanceOf(Outcome.Applied.class);
  }

  @Test
  void dataNobodyNamedMayBeAny() {
    manager.costs(handoff, LITTLE);
    Packet packet = manager.packet(handoff, 1, manager.device.hello().head());
    assertThat(packet.manifest()).contains("\"unknown\"");
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
    assertThat(manager.approval(handoff).policy()).isEqualTo("handoff-personal-data");
  }

  @Test
  void aRevokedKeyStaysRevoked() throws Exception {
    Office nina = office("Nina", "Approver");
    nina.bring();
    long head = admin.device.hello().head();
    Value by = Value.text(admin.person.toString());
    List<Op> both =
        TestDevice.grouped(
            Stream.of(DeviceKey.REVOKED_BY, DeviceKey.CONFIRMED_BY)
                .map(
                    field ->
                        admin.device.edit(
                            nina.keyRecord(),
                            DeviceKey.KIND.name(),
                            head,
                            Office.puts(Map.of(field, by))))
                .toList());
    admin.device.push(both.toArray(Op[]::new));
    assertThat(nina.key().state()).isEqualTo(KeyState.REVOKED);
  }

  @Test
  void anEnvelopeIsBroughtByWhoeverSignedIt() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    String envelope = lead.envelope(handoff, Answer.GO);
    RecordId packet = manager.approval(handoff).packet().orElseThrow();
    assertThat(two.device.send(two.vote(packet, envelope))).isInstanceOf(Outcome.Parked.class);
    assertThat(lead.bring(packet, envelope).verdict()).contains(Verdict.ACCEPTED);
  }

  @Test
  void whoSubmittedAnEarlierVersionSignsNoLaterOneEither() throws Exception {
    Office both = enrolled("Bob", "ProductManager", "Approver");
    Packet first = manager.packet(handoff, 1, LITTLE, "none");
    Packet own =
        Packet.of(
            handoff,
            1,
            first.manifest().getBytes(StandardCharsets.UTF_8),
            Optional.of(both.person),
            7,
            both.device.hello().head());
    both.write(own.id(), Packet.KIND.name(), own.toFields());
    assertThat(both.answer(handoff, Answer.GO).verdict()).contains(Verdict.SEPARATION);
    manager.submit(handoff, 2, LITTLE, "none");
    assertThat(both.answer(handoff, Answer.GO).verdict()).contains(Verdict.SEPARATION);
  }

  @Test
  void oneProposalOfARuleIsDecidedBeforeTheNext() throws Exception {
    assertThat(propose(manager, standard(2))).isInstanceOf(Outcome.Applied.class);
    assertThat(propose(manager, standard(3))).isInstanceOf(Outcome.Parked.class);
    assertThat(sign(one, standard(2), Answer.NO_GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(propose(manager, standard(3))).isInstanceOf(Outcome.Applied.class);
  }

  private static QuorumPolicy standard(long version) {
    return rule(
        manager,
        Policies.first("handoff-standard")
            .orElseThrow()
            .document()
            .replace("\"version\":1", "\"version\":" + version)
            .replace("\"signingDays\":14", "\"signingDays\":9"));
  }

  @Test
  void votesFallWhenWhatWasSaidIsRewritten() throws Exception {
    RecordId interview = TestDevice.newRecord();
    researcher.write(interview, "interview", Map.of("title", Value.text("At the door")));
    RecordId transcript = TestDevice.newRecord();
    researcher.write(
        transcript, "transcript", Map.of("interview", Value.text(interview.toString())));
    RecordId turn = TestDevice.newRecord();
    Value of = Value.text(transcript.toString());
    researcher.write(turn, "segment", Map.of("transcript", of, "text", Value.text("I would pay.")));
    RecordId idea = idea("Pay");
    about(idea);
    evidence(idea, interview, "interview");
    manager.submit(handoff, 1, LITTLE, "none");
    one.answer(handoff, Answer.GO);
    researcher.write(turn, "segment", Map.of("text", Value.text("I would never pay.")));
    assertThat(state()).isEqualTo(ApprovalState.CHANGED);
    assertThat(manager.approval(handoff).changedSince(1)).containsExactly(interview);
  }
}
