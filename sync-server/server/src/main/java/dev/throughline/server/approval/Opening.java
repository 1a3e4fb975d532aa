package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Opens the approval of a packet that was submitted: its rule, and what a vote on it signs. */
final class Opening {
  private final Records records;
  private final RecordId person;

  Opening(Records records, RecordId person) {
    this.records = records;
    this.person = person;
  }

  void open(Done done) {
    Packet packet = Packet.from(done.after().id(), done.after().fields());
    if (!done.before().isAbsent() || packet.handoff().isEmpty()) {
      return;
    }
    byte[] bytes = packet.manifest().getBytes(StandardCharsets.UTF_8);
    if (!(Json.parse(bytes) instanceof Json.Parsed.Read(Json manifest))) {
      return;
    }
    RecordId handoff = packet.handoff().get();
    Approval before = Approvals.of(handoff, records);
    long revision = before.revision() + 1;
    long registry = records.nextSeq();
    Policy policy = Policies.of(manifest);
    boolean isOvertaken = isOvertaken(before, packet.seen());
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Approval.PACKET, Value.text(packet.id().toString()));
    fields.put(Approval.REVISION, Value.whole(revision));
    fields.put(
        Approval.STATE,
        Value.text((isOvertaken ? ApprovalState.CHANGED : ApprovalState.OPEN).wireName()));
    fields.put(Approval.POLICY, Value.text(policy.id()));
    fields.put(Approval.POLICY_VERSION, Value.whole(policy.version()));
    fields.put(Approval.POLICY_DIGEST, Value.text(policy.digest()));
    String caseDigest =
        CaseDigest.of(
            Approval.idOf(handoff), revision, packet.digest(), manifest, policy, registry);
    fields.put(Approval.CASE_DIGEST, Value.text(caseDigest));
    fields.put(Approval.REGISTRY, Value.whole(registry));
    fields.put(Approval.REQUESTER, Value.text(person.toString()));
    fields.put(Approval.VOTES, Approval.votes(List.of()));
    fields.put(Approval.OPENED_AT, Value.whole(records.nowMillis()));
    fields.put(
        Approval.EXPIRES_AT, Value.whole(records.nowMillis() + policy.signingTime().toMillis()));
    Approvals.write(handoff, fields, records);
    records.audit(
        Approvals.note(
            isOvertaken ? "packet.overtaken" : "approval.opened",
            handoff,
            Map.of(
                "packet", packet.id().toString(),
                "packetDigest", packet.digest(),
                "caseDigest", caseDigest,
                "policy", policy.id(),
                "revision", Long.toString(revision),
                "registry", Long.toString(registry),
                "policyDigest", policy.digest())));
  }

  /**
   * Whether somebody else changed something of it that whoever submitted it had not seen. Then the
   * packet is not what the records say, and nobody is to sign it.
   */
  private boolean isOvertaken(Approval before, long seen) {
    return before.touched().entrySet().stream()
        .anyMatch(touch -> touch.getValue() > seen && !touch.getKey().equals(records.device()));
  }
}
