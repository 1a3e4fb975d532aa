package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.sync.RecordState;
import dev.throughline.server.log.Aftermath.Records;
import java.util.Optional;

/**
 * Something people sign: a packet, an order to take one back, a rule.
 *
 * @param handoff what it is about; of a rule the rule itself
 * @param approvalId where its approval stands
 * @param digest of its bytes
 */
record Subject(RecordId approvalId, RecordId handoff, String digest) {
  static Optional<Subject> find(RecordId id, Records records) {
    return records.find(id).flatMap(Subject::of);
  }

  private static Optional<Subject> of(RecordState state) {
    if (state.kind().equals(Packet.KIND.name())) {
      Packet packet = Packet.from(state.id(), state.fields());
      return packet
          .handoff()
          .map(handoff -> new Subject(Approval.idOf(handoff), handoff, packet.digest()));
    }
    if (state.kind().equals(RollbackOrder.KIND.name())) {
      RollbackOrder order = RollbackOrder.from(state.id(), state.fields());
      return order
          .handoff()
          .map(handoff -> new Subject(Approval.idOf(order.id()), handoff, order.digest()));
    }
    if (state.kind().equals(QuorumPolicy.KIND.name())) {
      QuorumPolicy proposal = QuorumPolicy.from(state.id(), state.fields());
      return Optional.of(new Subject(Approval.idOf(state.id()), state.id(), proposal.digest()));
    }
    return Optional.empty();
  }

  Approval approval(Records records) {
    return Approvals.at(approvalId, handoff, records);
  }
}
