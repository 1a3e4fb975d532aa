package dev.throughline.server.product;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.sync.RecordDesk;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far a handoff is, as routes tell it. Times are milliseconds since the epoch. */
final class Standing {
  private Standing() {}

  /** A release and the packet it takes out. */
  record Out(Release release, Packet packet) {
    /** What it has to pass. */
    List<PlannedCheck> checks() {
      return Json.parse(packet.manifest().getBytes(StandardCharsets.UTF_8))
              instanceof Json.Parsed.Read(Json manifest)
          ? PlannedCheck.of(manifest)
          : List.of();
    }
  }

  /** Its approval, its releases by version, and the orders about them. */
  static Map<String, Value> of(RecordDesk.Opened desk, RecordId handoff) {
    Map<String, Value> members = new TreeMap<>();
    members.put(
        "approval", approval(desk, handoff).<Value>map(Standing::shown).orElse(Value.NOTHING));
    members.put(
        "releases",
        new Value.Items(
            desk.naming(Release.KIND.name(), Release.HANDOFF, List.of(handoff)).stream()
                .flatMap(found -> out(desk, found.id()).stream())
                .sorted(Comparator.comparingLong(one -> one.packet().version()))
                .map(Standing::shown)
                .toList()));
    members.put(
        "orders",
        new Value.Items(
            desk.naming(RollbackOrder.KIND.name(), RollbackOrder.HANDOFF, List.of(handoff)).stream()
                .filter(found -> desk.mayRead(found.id()))
                .map(found -> RollbackOrder.from(found.id(), found.fields()))
                .sorted(Comparator.comparingLong(RollbackOrder::atMillis))
                .flatMap(order -> shown(order, approval(desk, order.id())).stream())
                .toList()));
    return members;
  }

  /** A release that whoever asks may read. */
  static Optional<Out> out(RecordDesk.Opened desk, RecordId release) {
    return desk.find(Release.KIND.name(), release)
        .filter(_ -> desk.mayRead(release))
        .map(found -> Release.from(found.id(), found.fields()))
        .flatMap(
            of ->
                of.packet()
                    .filter(desk::mayRead)
                    .flatMap(id -> desk.find(Packet.KIND.name(), id))
                    .map(found -> new Out(of, Packet.from(found.id(), found.fields()))));
  }

  private static Optional<Approval> approval(RecordDesk.Opened desk, RecordId handoffOrOrder) {
    RecordId id = Approval.idOf(handoffOrOrder);
    return desk.find(Approval.KIND.name(), id)
        .filter(_ -> desk.mayRead(id))
        .map(found -> Approval.from(id, found.fields()));
  }

  private static Value shown(Approval approval) {
    return entries(
        Map.of(
            "id", Value.text(approval.id().toString()),
            "state", Value.text(approval.state().wireName()),
            "packet", id(approval.packet()),
            "openedAt", Value.whole(approval.openedAt()),
            "expiresAt", Value.whole(approval.expiresAt()),
            "metAt", Value.whole(approval.metAt())));
  }

  static Value shown(Out out) {
    Release release = out.release();
    Map<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(release.id().toString()));
    members.put("version", Value.whole(out.packet().version()));
    members.put("state", Value.text(release.state().wireName()));
    members.put("waits", Value.text(release.waits().wireName()));
    members.put("generation", Value.whole(release.generation()));
    members.put("since", Value.whole(release.since()));
    members.put("verifiedAt", Value.whole(release.verifiedAt()));
    members.put("order", id(release.order()));
    members.put(
        "results", new Value.Items(release.results().stream().map(Standing::shown).toList()));
    members.put(
        "checks",
        new Value.Items(
            out.checks().stream()
                .map(
                    check ->
                        entries(
                            Map.of(
                                "id", Value.text(check.id().toString()),
                                "type", Value.text(check.type().name().toLowerCase(Locale.ROOT)),
                                "text", Value.text(check.text()),
                                "threshold", Value.text(check.threshold()))))
                .toList()));
    return new Value.Entries(members);
  }

  private static Value shown(CheckResult.Taken result) {
    return entries(
        Map.of(
            "check", Value.text(result.check().toString()),
            "outcome", Value.text(result.outcome().wireName()),
            "value", Value.text(result.value()),
            "by", id(result.by()),
            "at", Value.whole(result.at())));
  }

  private static Optional<Value> shown(RollbackOrder order, Optional<Approval> approval) {
    return order
        .words()
        .map(
            words ->
                entries(
                    Map.of(
                        "id", Value.text(order.id().toString()),
                        "case", id(approval.map(Approval::id)),
                        "release", Value.text(words.release().toString()),
                        "version", Value.whole(words.version()),
                        "generation", Value.whole(words.generation()),
                        "purpose", Value.text(words.purpose().wireName()),
                        "to", Value.whole(words.to()),
                        "reason", Value.text(words.reason()),
                        "by", id(order.by()),
                        "state",
                            approval
                                .<Value>map(its -> Value.text(its.state().wireName()))
                                .orElse(Value.NOTHING))));
  }

  private static Value id(Optional<RecordId> id) {
    return id.<Value>map(its -> Value.text(its.toString())).orElse(Value.NOTHING);
  }

  private static Value entries(Map<String, Value> members) {
    return new Value.Entries(new TreeMap<>(members));
  }
}
