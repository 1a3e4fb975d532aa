package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import dev.throughline.server.log.AuditNote;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leads keys from asking to counting: a nonce, the proof, somebody else's word. */
final class Keys {
  private static final int NONCE_BYTES = 32;

  private final Records records;
  private final RecordId person;

  Keys(Records records, RecordId person) {
    this.records = records;
    this.person = person;
  }

  void look(Done done) {
    // As it is by now: what came before in the same group may have led it on.
    RecordState now = records.find(done.after().id()).orElse(done.after());
    DeviceKey key = DeviceKey.from(now.id(), now.fields());
    if (done.before().isAbsent()) {
      String nonce = HexFormat.of().formatHex(records.random(NONCE_BYTES));
      write(
          key,
          Map.of(
              DeviceKey.NONCE, Value.text(nonce),
              DeviceKey.STATE, Value.text(KeyState.ASKED.wireName())));
      return;
    }
    next(key, done.op().fields().keySet().iterator().next())
        .filter(state -> state != key.state())
        .ifPresent(state -> move(key, state));
  }

  private void move(DeviceKey key, KeyState state) {
    write(key, Map.of(DeviceKey.STATE, Value.text(state.wireName())));
    if (state == KeyState.REVOKED) {
      withdraw(key);
    }
  }

  /** What was signed with it and waits for others, or to be carried out, counts no more. */
  private void withdraw(DeviceKey key) {
    Set<Subject> signed = new LinkedHashSet<>();
    key.person().stream()
        .flatMap(who -> records.naming(Vote.KIND.name(), Vote.BY, who).stream())
        .flatMap(state -> Vote.from(state.id(), state.fields()).packet().stream())
        .flatMap(id -> Subject.find(id, records).stream())
        .forEach(signed::add);
    signed.stream()
        .map(of -> of.approval(records))
        .collect(Collectors.toMap(Approval::id, it -> it, (it, _) -> it, LinkedHashMap::new))
        .values()
        .forEach(approval -> withdraw(key, approval));
  }

  private void withdraw(DeviceKey key, Approval now) {
    List<Cast> left = now.votes().stream().filter(vote -> !vote.key().equals(key.id())).toList();
    boolean counts = now.state() == ApprovalState.OPEN || now.state() == ApprovalState.MET;
    if (!counts || left.size() == now.votes().size()) {
      return;
    }
    Approvals.count(now, left, records);
    records.audit(
        Approvals.note(
            "vote.withdrawn",
            now,
            Map.of("voter", key.person().map(RecordId::toString).orElse(""))));
  }

  private Optional<KeyState> next(DeviceKey key, String changed) {
    if (key.state() == KeyState.REVOKED) {
      return Optional.empty();
    }
    return switch (changed) {
      case DeviceKey.PROOF ->
          key.state() == KeyState.ASKED && key.isProved()
              ? Optional.of(KeyState.PROVED)
              : Optional.empty();
      case DeviceKey.CONFIRMED_BY ->
          key.state() == KeyState.PROVED && !key.person().equals(Optional.of(person))
              ? Optional.of(KeyState.ENROLLED)
              : Optional.empty();
      case DeviceKey.REVOKED_BY -> Optional.of(KeyState.REVOKED);
      default -> Optional.empty();
    };
  }

  private void write(DeviceKey key, Map<String, Value> fields) {
    records.audit(
        new AuditNote(
            "key." + new FieldMap(fields).text(DeviceKey.STATE),
            AuditNote.SUCCESS,
            "",
            DeviceKey.KIND.name(),
            key.id(),
            Map.of("owner", key.person().map(RecordId::toString).orElse(""))));
    records.write(key.id(), DeviceKey.KIND.name(), fields);
  }
}
