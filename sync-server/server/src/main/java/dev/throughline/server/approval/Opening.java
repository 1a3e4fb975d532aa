package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    if (packet.by().isEmpty()) {
      Map<String, Value> bringer = Map.of(Packet.BY, Value.text(person.toString()));
      records.write(packet.id(), Packet.KIND.name(), bringer);
    }
    // Whoever submitted an earlier version had a hand in what became of it.
    Set<String> apart = new TreeSet<>(before.contributors());
    before.requester().map(RecordId::toString).ifPresent(apart::add);
    boolean isOvertaken = isOvertaken(before, packet.seen()) || !isTrue(packet, manifest);
    Cases.open(
        new Cases.Opened(
            Approval.idOf(handoff),
            handoff,
            packet.id(),
            packet.digest(),
            manifest,
            Rules.of(records).of(manifest),
            Optional.of(person),
            apart),
        isOvertaken ? ApprovalState.CHANGED : ApprovalState.OPEN,
        isOvertaken ? "packet.overtaken" : "approval.opened",
        records);
  }

  /** Whether it says what the records say: any desktop may write a document down. */
  private boolean isTrue(Packet packet, Json manifest) {
    return Gathered.manifest(packet.handoff().orElseThrow(), packet.version(), records)
        .filter(its -> Arrays.equals(its.canonical(), manifest.canonical()))
        .isPresent();
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
