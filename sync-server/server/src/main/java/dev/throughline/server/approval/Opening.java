package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Result;
import dev.throughline.model.signing.Json;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Stamp;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Opens the approval of a packet that was submitted: its rule, and what a vote on it signs. */
final class Opening {
  private final Records records;
  private final RecordId person;

  Opening(Records records, RecordId person) {
    this.records = records;
    this.person = person;
  }

  /** The handoff that was submitted; empty when this submits nothing. */
  Optional<RecordId> open(Done done) {
    Packet packet = Packet.from(done.after().id(), done.after().fields());
    if (!done.before().isAbsent() || packet.handoff().isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = packet.manifest().getBytes(StandardCharsets.UTF_8);
    if (!(Json.parse(bytes) instanceof Json.Parsed.Read(Json manifest))) {
      return Optional.empty();
    }
    RecordId handoff = packet.handoff().get();
    Approval before = Approvals.of(handoff, records);
    long revision = before.revision() + 1;
    long registry = records.nextSeq();
    Policy policy = Policies.of(manifest);
    boolean isOvertaken = isOvertaken(done, handoff);
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Approval.PACKET, Value.text(packet.id().toString()));
    fields.put(Approval.REVISION, Value.whole(revision));
    fields.put(
        Approval.STATE,
        Value.text((isOvertaken ? ApprovalState.CHANGED : ApprovalState.OPEN).wireName()));
    fields.put(Approval.POLICY, Value.text(policy.id()));
    fields.put(Approval.POLICY_VERSION, Value.whole(policy.version()));
    fields.put(Approval.POLICY_DIGEST, Value.text(policy.digest()));
    fields.put(
        Approval.CASE_DIGEST,
        Value.text(
            CaseDigest.of(
                Approval.idOf(handoff), revision, packet.digest(), manifest, policy, registry)));
    fields.put(Approval.REGISTRY, Value.whole(registry));
    fields.put(Approval.REQUESTER, Value.text(person.toString()));
    fields.put(Approval.VOTES, Approval.votes(List.of()));
    fields.put(Approval.OPENED_AT, Value.whole(records.nowMillis()));
    fields.put(
        Approval.EXPIRES_AT, Value.whole(records.nowMillis() + policy.signingTime().toMillis()));
    Approvals.write(handoff, fields, records);
    return Optional.of(handoff);
  }

  /**
   * Whether somebody else changed something of it that whoever submitted it had not seen. Then the
   * packet is not what the records say, and nobody is to sign it.
   */
  private boolean isOvertaken(Done done, RecordId handoff) {
    long seen = done.op().baseSeq();
    String device =
        Optional.ofNullable(done.after().stamps().get(Packet.DIGEST)).map(Stamp::device).orElse("");
    return bundle(handoff).stream()
        .flatMap(Opening::stamps)
        .anyMatch(stamp -> stamp.seq() > seen && !stamp.device().equals(device));
  }

  private static Stream<Stamp> stamps(RecordState state) {
    return Stream.concat(state.stamps().values().stream(), state.trash().stream());
  }

  private List<RecordState> bundle(RecordId handoff) {
    List<RecordState> all = new ArrayList<>();
    Optional<RecordState> own = records.find(handoff);
    own.ifPresent(all::add);
    for (String kind :
        List.of(Cost.KIND.name(), InfraService.KIND.name(), AcceptanceCheck.KIND.name())) {
      all.addAll(records.naming(kind, Handoff.KIND.name(), handoff));
    }
    below(all, ChecklistItem.KIND.name(), ChecklistItem.HANDOFF, handoff, Proof.KIND.name());
    own.flatMap(
            state ->
                Optional.ofNullable(state.fields().get(Handoff.MVP))
                    .flatMap(value -> Handoff.from(handoff, Map.of(Handoff.MVP, value)).mvp()))
        .ifPresent(
            mvp -> {
              all.addAll(records.naming(Feature.KIND.name(), Feature.MVP, mvp));
              below(all, Measurement.KIND.name(), Measurement.MVP, mvp, Result.KIND.name());
            });
    return all;
  }

  /** Records below another, and those below them; a field is named like the kind it points to. */
  private void below(
      List<RecordState> all, String kind, String field, RecordId above, String lower) {
    List<RecordState> found = records.naming(kind, field, above);
    all.addAll(found);
    String name = lower.equals(Proof.KIND.name()) ? Proof.ITEM : Result.MEASUREMENT;
    found.forEach(one -> all.addAll(records.naming(lower, name, one.id())));
  }
}
