package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The approvals as they stand, and what becomes of them. */
final class Approvals {
  /** States in which votes count, or counted. */
  private static final Set<ApprovalState> SIGNED = Set.of(ApprovalState.OPEN, ApprovalState.MET);

  private Approvals() {}

  /** That of a handoff; a draft while there is none. */
  static Approval of(RecordId handoff, Records records) {
    RecordId id = Approval.idOf(handoff);
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

  static void write(RecordId handoff, Map<String, Value> fields, Records records) {
    Map<String, Value> all = new HashMap<>(fields);
    all.put(Approval.HANDOFF, Value.text(handoff.toString()));
    records.write(Approval.idOf(handoff), Approval.KIND.name(), all);
  }

  /** Somebody wrote the handoff itself. */
  static void contributed(Approval now, RecordId handoff, RecordId person, Records records) {
    TreeSet<String> people = new TreeSet<>(now.contributors());
    people.add(person.toString());
    write(
        handoff,
        Map.of(
            Approval.STATE, Value.text(now.state().wireName()),
            Approval.CONTRIBUTORS, FieldType.Texts.of(people)),
        records);
  }

  /** Something of it was edited: no vote counts any more. */
  static void edited(RecordId handoff, Records records) {
    if (SIGNED.contains(of(handoff, records).state())) {
      write(
          handoff,
          Map.of(
              Approval.STATE, Value.text(ApprovalState.CHANGED.wireName()),
              Approval.VOTES, Approval.votes(List.of())),
          records);
    }
  }
}
