package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.SoundManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    boolean isOvertaken =
        isOvertaken(Approvals.of(handoff, records), packet.seen()) || !isSound(handoff, manifest);
    Cases.open(
        new Cases.Opened(
            Approval.idOf(handoff),
            handoff,
            packet.id(),
            packet.digest(),
            manifest,
            Rules.of(records).of(manifest),
            Optional.of(person),
            Set.of()),
        isOvertaken ? ApprovalState.CHANGED : ApprovalState.OPEN,
        isOvertaken ? "packet.overtaken" : "approval.opened",
        records);
  }

  /** A desktop that leaves out what asks for more signatures gets none. */
  private boolean isSound(RecordId handoff, Json manifest) {
    return records
        .find(handoff)
        .filter(state -> !state.isAbsent())
        .map(state -> Handoff.from(state.id(), state.fields()))
        .filter(record -> !SoundManifest.holds(manifest, record, costs(handoff)))
        .isEmpty();
  }

  private List<Cost> costs(RecordId handoff) {
    return records.naming(Cost.KIND.name(), Cost.HANDOFF, handoff).stream()
        .filter(state -> state.trash().isEmpty())
        .map(state -> Cost.from(state.id(), state.fields()))
        .toList();
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
