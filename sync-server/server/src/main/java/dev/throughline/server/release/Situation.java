package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Json;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.log.Aftermath.Records;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A handoff as it stands: what waits for signatures, and what is on its way.
 *
 * @param due from when on what is signed can be carried out; empty while nothing is
 * @param releases by the version of their packet
 * @param atMillis when it was read, in milliseconds since the epoch
 */
record Situation(
    Optional<Approval> approval, Optional<Long> due, List<Out> releases, long atMillis) {
  /**
   * A release and what it rests on.
   *
   * @param manifest the packet, read
   * @param order by which it is taken back or brought back, and where its approval stands
   */
  record Out(Release release, Packet packet, Json manifest, Optional<Ordered> order) {
    List<PlannedCheck> checks() {
      return PlannedCheck.of(manifest);
    }
  }

  /** An order and its approval. */
  record Ordered(RollbackOrder order, RollbackOrder.Words words, Approval approval) {}

  static Situation of(RecordId handoff, Records records) {
    List<Out> releases =
        records.naming(Release.KIND.name(), Release.HANDOFF, handoff).stream()
            .map(state -> Release.from(state.id(), state.fields()))
            .flatMap(release -> out(release, records).stream())
            .sorted(Comparator.comparingLong(one -> one.packet().version()))
            .toList();
    Optional<Approval> approval = Cases.find(Approval.idOf(handoff), records);
    return new Situation(
        approval, approval.flatMap(it -> Cases.due(it, records)), releases, records.nowMillis());
  }

  static Optional<Out> out(Release release, Records records) {
    return release
        .packet()
        .flatMap(id -> packet(id, records))
        .map(
            packet ->
                new Out(
                    release,
                    packet,
                    manifest(packet),
                    release.order().flatMap(id -> ordered(id, records))));
  }

  static Optional<Packet> packet(RecordId id, Records records) {
    return records
        .find(id)
        .filter(state -> state.kind().equals(Packet.KIND.name()))
        .map(state -> Packet.from(state.id(), state.fields()));
  }

  private static Optional<Ordered> ordered(RecordId id, Records records) {
    return records
        .find(id)
        .filter(state -> state.kind().equals(RollbackOrder.KIND.name()))
        .map(state -> RollbackOrder.from(state.id(), state.fields()))
        .flatMap(
            order ->
                order
                    .words()
                    .flatMap(
                        words ->
                            Cases.find(Approval.idOf(id), records)
                                .map(approval -> new Ordered(order, words, approval))));
  }

  static Json manifest(Packet packet) {
    return Json.parse(packet.manifest().getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? json
        : new Json.Members(new TreeMap<>());
  }
}
