package dev.throughline.model.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A vote counts only with the right key, for the right bytes, by the right person, in time. */
class JudgeTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final RecordId HANDOFF = id("handoff");
  private static final String SUBJECT = "ab".repeat(32);

  private final Signer approver = new Signer(id("approver"));
  private final Policy policy = Policies.USUAL.getLast();
  private final Json manifest = manifest("{\"evidence\":[{\"id\":\"one\"}],\"checklist\":[]}");
  private KeyState keyState = KeyState.ENROLLED;
  private Optional<Policy> now = Optional.of(policy);
  private RecordId person = approver.person;
  private Set<String> roles = Set.of("Approver");
  private long time = NOW;

  private static RecordId id(String name) {
    return new RecordId(Uuids.derived(name));
  }

  private static Json manifest(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Read(Json json)
        ? json
        : new Json.Nothing();
  }

  private String digest() {
    return CaseDigest.of(Approval.idOf(HANDOFF), 1, SUBJECT, manifest, policy, 77);
  }

  private Approval approval(ApprovalState state, List<Cast> votes) {
    return new Approval(
        Approval.idOf(HANDOFF),
        Optional.of(HANDOFF),
        Optional.of(id("packet")),
        1,
        state,
        policy.id(),
        policy.version(),
        policy.digest(),
        digest(),
        77,
        Optional.of(id("requester")),
        Set.of(id("contributor").toString()),
        votes,
        java.util.Map.of(),
        java.util.Map.of(),
        NOW - 1,
        NOW + 1_000,
        0,
        Set.of());
  }

  private Statement go(String caseDigest) {
    return new Statement(
        SUBJECT, HANDOFF, caseDigest, approver.person, Answer.GO, List.of(), "", NOW - 60_000);
  }

  private Judge.Judged judge(String envelope, Approval approval) {
    return Judge.of(
        Vote.idOf(envelope),
        envelope,
        new Judge.Bench(
            approval,
            SUBJECT,
            now,
            hint ->
                Optional.of(approver.key(keyState))
                    .filter(_ -> hint.equals(DeviceKey.keyId(approver.spki()))),
            person,
            roles,
            time));
  }

  private Verdict verdict(String envelope) {
    return judge(envelope, approval(ApprovalState.OPEN, List.of())).verdict();
  }

  @Test
  void aSoundVoteCountsWithTheRolesOfItsPerson() {
    String envelope = approver.envelope(go(digest()));
    assertThat(judge(envelope, approval(ApprovalState.OPEN, List.of())).cast())
        .contains(
            new Cast(
                Vote.idOf(envelope),
                approver.key(KeyState.ENROLLED).id(),
                approver.person,
                roles,
                Answer.GO,
                NOW - 60_000,
                NOW));
  }

  @Test
  void anyOtherByteOfSubjectPolicyOrEvidenceIsAnotherCase() {
    List<String> others = new ArrayList<>();
    RecordId approval = Approval.idOf(HANDOFF);
    others.add(CaseDigest.of(approval, 2, SUBJECT, manifest, policy, 77));
    others.add(CaseDigest.of(approval, 1, "cd".repeat(32), manifest, policy, 77));
    others.add(CaseDigest.of(approval, 1, SUBJECT, manifest, Policies.USUAL.getFirst(), 77));
    others.add(CaseDigest.of(approval, 1, SUBJECT, manifest, policy, 78));
    others.add(
        CaseDigest.of(
            approval,
            1,
            SUBJECT,
            manifest("{\"evidence\":[{\"id\":\"onE\"}],\"checklist\":[]}"),
            policy,
            77));
    others.add(
        CaseDigest.of(
            approval,
            1,
            SUBJECT,
            manifest("{\"evidence\":[{\"id\":\"one\"}],\"checklist\":[{\"proofs\":[{}]}]}"),
            policy,
            77));
    assertThat(others).doesNotHaveDuplicates().doesNotContain(digest());
    for (String other : others) {
      assertThat(verdict(approver.envelope(go(other)))).isEqualTo(Verdict.STALE);
    }
  }

  @Test
  void whatNamesAnotherDocumentOrHandoffIsAnotherCase() {
    Statement other =
        new Statement(
            "cd".repeat(32), HANDOFF, digest(), approver.person, Answer.GO, List.of(), "", NOW);
    assertThat(verdict(approver.envelope(other))).isEqualTo(Verdict.STALE);
    Statement elsewhere =
        new Statement(
            SUBJECT, id("another"), digest(), approver.person, Answer.GO, List.of(), "", NOW);
    assertThat(verdict(approver.envelope(elsewhere))).isEqualTo(Verdict.STALE);
  }

  @Test
  void anyChangedCharacterOfTheEnvelopeIsRefused() {
    String envelope = approver.envelope(go(digest()));
    for (int i = 0; i < envelope.length(); i++) {
      char other = envelope.charAt(i) == 'A' ? 'B' : 'A';
      String changed = envelope.substring(0, i) + other + envelope.substring(i + 1);
      assertThat(verdict(changed)).as("character " + i).isNotEqualTo(Verdict.ACCEPTED);
    }
  }

  @Test
  void aKeyCountsWhileItIsEnrolledForItsPerson() {
    String envelope = approver.envelope(go(digest()));
    keyState = KeyState.PROVED;
    assertThat(verdict(envelope)).isEqualTo(Verdict.KEY_UNKNOWN);
    keyState = KeyState.REVOKED;
    assertThat(verdict(envelope)).isEqualTo(Verdict.KEY_REVOKED);
    keyState = KeyState.ENROLLED;
    person = id("somebody else");
    assertThat(verdict(envelope)).isEqualTo(Verdict.KEY_UNKNOWN);
    person = approver.person;
    assertThat(verdict(new Signer(approver.person).envelope(go(digest()))))
        .isEqualTo(Verdict.KEY_UNKNOWN);
  }

  @Test
  void whoHadAHandInItDoesNotSignIt() {
    for (String apart : List.of("requester", "contributor")) {
      Signer signer = new Signer(id(apart));
      Statement said =
          new Statement(SUBJECT, HANDOFF, digest(), signer.person, Answer.GO, List.of(), "", NOW);
      Judge.Judged judged =
          Judge.of(
              id("vote"),
              signer.envelope(said),
              new Judge.Bench(
                  approval(ApprovalState.OPEN, List.of()),
                  SUBJECT,
                  now,
                  _ -> Optional.of(signer.key(KeyState.ENROLLED)),
                  signer.person,
                  roles,
                  NOW));
      assertThat(judged.verdict()).as(apart).isEqualTo(Verdict.SEPARATION);
    }
  }

  @Test
  void timeRuleAndRolesAreThoseOfTheServerNow() {
    String envelope = approver.envelope(go(digest()));
    time = NOW + 1_001;
    assertThat(verdict(envelope)).isEqualTo(Verdict.EXPIRED);
    time = NOW;
    now = Optional.empty();
    assertThat(verdict(envelope)).isEqualTo(Verdict.POLICY_CHANGED);
    now = Optional.of(Policies.USUAL.getFirst());
    assertThat(verdict(envelope)).isEqualTo(Verdict.POLICY_CHANGED);
    now = Optional.of(policy);
    roles = Set.of("Researcher");
    assertThat(verdict(envelope)).isEqualTo(Verdict.NO_SEAT);
  }

  @Test
  void onePersonHasOneVoteAndNoneOnceItIsOver() {
    String envelope = approver.envelope(go(digest()));
    Cast before = new Cast(id("vote"), id("key"), approver.person, roles, Answer.GO, 1, 2);
    assertThat(judge(envelope, approval(ApprovalState.OPEN, List.of(before))).verdict())
        .isEqualTo(Verdict.DUPLICATE);
    assertThat(judge(envelope, approval(ApprovalState.CHANGED, List.of())).verdict())
        .isEqualTo(Verdict.STALE);
    for (ApprovalState over :
        List.of(ApprovalState.MET, ApprovalState.REJECTED, ApprovalState.EXPIRED)) {
      assertThat(judge(envelope, approval(over, List.of())).verdict()).isEqualTo(Verdict.CLOSED);
    }
  }

  @Test
  void anAnswerSaysWhatItHasToSay() {
    Statement no =
        new Statement(
            SUBJECT, HANDOFF, digest(), approver.person, Answer.NO_GO, List.of(), "", NOW);
    assertThat(verdict(approver.envelope(no))).as("why not").isEqualTo(Verdict.UNREADABLE);
    Statement.Condition condition =
        new Statement.Condition("Show the fee", Optional.empty(), LocalDate.of(2026, 12, 4));
    Statement unlike =
        new Statement(
            SUBJECT, HANDOFF, digest(), approver.person, Answer.GO, List.of(condition), "", NOW);
    assertThat(verdict(approver.envelope(unlike))).isEqualTo(Verdict.UNREADABLE);
    Statement with =
        new Statement(
            SUBJECT,
            HANDOFF,
            digest(),
            approver.person,
            Answer.GO_WITH_CONDITIONS,
            List.of(condition),
            "",
            NOW);
    assertThat(Statement.parse(with.bytes())).contains(with);
    assertThat(verdict(approver.envelope(with))).isEqualTo(Verdict.ACCEPTED);
    byte[] more =
        new String(with.bytes(), StandardCharsets.UTF_8)
            .replace("\"note\":\"\"", "\"more\":1,\"note\":\"\"")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(verdict(approver.envelope(more)))
        .as("a member nobody knows")
        .isEqualTo(Verdict.UNREADABLE);
  }
}
