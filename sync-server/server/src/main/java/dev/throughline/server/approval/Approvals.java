package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Records;
import dev.throughline.server.log.AuditNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The approvals as they stand, and what becomes of them. */
final class Approvals {
  /** States in which votes count, or counted. */
  private static final Set<ApprovalState> SIGNED = Set.of(ApprovalState.OPEN, ApprovalState.MET);

  private Approvals() {}

  /** That of a handoff; a draft while there is none. */
  static Approval of(RecordId handoff, Records records) {
    return at(Approval.idOf(handoff), handoff, records);
  }

  /** That of a handoff or of an order about it; a draft while there is none. */
  static Approval at(RecordId id, RecordId handoff, Records records) {
    return records
        .find(id)
        .map(state -> Approval.from(id, state.fields()))
        .orElseGet(
            () ->
                Approval.from(
                    id,
                    Map.of(
                        Approval.HANDOFF, Value.text(handoff.toString()),
                        Approval.STATE, Value.text(ApprovalState.DRAFT.wireName()))));
  }

  /** What votes amount to by the rule of an approval that is not closed. */
  static ApprovalState state(Approval approval, List<Cast> votes, PolicySet policies) {
    return policies
        .named(approval.policy(), approval.policyVersion())
        .map(policy -> Tally.of(policy, votes))
        .map(
            tally ->
                tally.isRejected()
                    ? ApprovalState.REJECTED
                    : tally.isMet() ? ApprovalState.MET : ApprovalState.OPEN)
        .orElse(ApprovalState.OPEN);
  }

  /** Something that happened to the approval of a handoff. */
  static AuditNote note(String type, Approval about, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("handoff", about.handoff().map(RecordId::toString).orElse(""));
    return new AuditNote(type, AuditNote.SUCCESS, "", Approval.KIND.name(), about.id(), all);
  }

  static void write(Approval about, Map<String, Value> fields, Records records) {
    Map<String, Value> all = new HashMap<>(fields);
    about.handoff().ifPresent(handoff -> all.put(Approval.HANDOFF, Value.text(handoff.toString())));
    records.write(about.id(), Approval.KIND.name(), all);
  }

  /** Gives it these votes and the state that follows from them. */
  static ApprovalState count(Approval approval, List<Cast> votes, Records records) {
    ApprovalState state = state(approval, votes, Rules.of(records));
    write(
        approval,
        Map.of(
            Approval.VOTES, Approval.votes(votes),
            Approval.STATE, Value.text(state.wireName()),
            Approval.MET_AT, Value.whole(state == ApprovalState.MET ? records.nowMillis() : 0)),
        records);
    return state;
  }

  /**
   * What was edited.
   *
   * @param people who wrote the handoff itself by now
   * @param sources of its evidence and proofs that changed, see {@link Approval#sources}
   * @param seq the entry by which it was edited last
   */
  record Edited(Set<String> people, Map<String, Long> sources, long seq) {}

  /** Something of it was edited: no vote counts any more. */
  static void edited(Approval now, Edited by, Records records) {
    Map<String, Value> fields = new HashMap<>();
    Map<String, Long> touched = new TreeMap<>(now.touched());
    touched.put(records.device(), by.seq());
    fields.put(Approval.TOUCHED, Approval.numbers(touched));
    fields.put(Approval.STATE, Value.text(now.state().wireName()));
    if (!by.people().equals(now.contributors())) {
      fields.put(Approval.CONTRIBUTORS, FieldType.Texts.of(by.people()));
    }
    if (!by.sources().equals(now.sources())) {
      fields.put(Approval.SOURCES, Approval.numbers(by.sources()));
    }
    if (SIGNED.contains(now.state())) {
      records.audit(note("approval.voided", now, Map.of("caseDigest", now.caseDigest())));
      fields.put(Approval.STATE, Value.text(ApprovalState.CHANGED.wireName()));
      fields.put(Approval.VOTES, Approval.votes(List.of()));
    }
    write(now, fields, records);
  }
}
