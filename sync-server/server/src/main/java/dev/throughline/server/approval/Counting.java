package dev.throughline.server.approval;

import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import dev.throughline.server.log.AuditNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts votes as they come in. */
final class Counting {
  private final Records records;
  private final RecordId person;

  Counting(Records records, RecordId person) {
    this.records = records;
    this.person = person;
  }

  void count(Done done) {
    if (!done.before().isAbsent()) {
      return;
    }
    Vote vote = Vote.from(done.after().id(), done.after().fields());
    Optional<Packet> packet =
        vote.packet()
            .flatMap(records::find)
            .filter(state -> state.kind().equals(Packet.KIND.name()))
            .map(state -> Packet.from(state.id(), state.fields()));
    Optional<RecordId> handoff = packet.flatMap(Packet::handoff);
    Optional<Judge.Judged> judged = handoff.flatMap(of -> judge(vote, packet.orElseThrow(), of));
    Verdict verdict = judged.map(Judge.Judged::verdict).orElse(Verdict.STALE);
    records.audit(
        new AuditNote(
            "vote.counted",
            verdict == Verdict.ACCEPTED ? AuditNote.SUCCESS : AuditNote.DENIED,
            verdict.wireName(),
            Vote.KIND.name(),
            vote.id(),
            Map.of(
                "handoff", handoff.map(RecordId::toString).orElse(""),
                "roles", String.join(" ", new TreeSet<>(roles())),
                "envelopeDigest", Sha256.hex(vote.envelope().getBytes(StandardCharsets.UTF_8)))));
    records.write(
        vote.id(),
        Vote.KIND.name(),
        Map.of(
            Vote.VERDICT, Value.text(verdict.wireName()),
            Vote.COUNTED_AT, Value.whole(records.nowMillis()),
            Vote.BY, Value.text(person.toString())));
    judged.flatMap(Judge.Judged::cast).ifPresent(cast -> add(handoff.orElseThrow(), cast));
    if (verdict == Verdict.EXPIRED) {
      handoff.ifPresent(this::expire);
    }
  }

  /** Empty for a vote on another packet than the one that waits. */
  private Optional<Judge.Judged> judge(Vote vote, Packet packet, RecordId handoff) {
    Approval approval = Approvals.of(handoff, records);
    if (!approval.packet().equals(vote.packet())) {
      return Optional.empty();
    }
    return Optional.of(
        Judge.of(
            vote.id(),
            vote.envelope(),
            new Judge.Bench(
                approval,
                packet.digest(),
                policy(approval),
                this::key,
                person,
                roles(),
                records.nowMillis())));
  }

  private static Optional<Policy> policy(Approval approval) {
    return Policies.named(approval.policy(), approval.policyVersion());
  }

  private void expire(RecordId handoff) {
    if (Approvals.of(handoff, records).isOpen()) {
      Approvals.write(
          handoff, Map.of(Approval.STATE, Value.text(ApprovalState.EXPIRED.wireName())), records);
      records.audit(Approvals.note("approval.expired", handoff, Map.of()));
    }
  }

  private void add(RecordId handoff, Cast cast) {
    Approval approval = Approvals.of(handoff, records);
    List<Cast> votes = new ArrayList<>(approval.votes());
    votes.add(cast);
    ApprovalState state = Approvals.state(approval, votes);
    Approvals.write(
        handoff,
        Map.of(
            Approval.VOTES, Approval.votes(votes),
            Approval.STATE, Value.text(state.wireName())),
        records);
    if (state != ApprovalState.OPEN) {
      records.audit(
          Approvals.note(
              "approval." + state.wireName(),
              handoff,
              Map.of("caseDigest", approval.caseDigest())));
    }
  }

  private Optional<DeviceKey> key(String hint) {
    return records
        .find(DeviceKey.idOf(hint))
        .filter(state -> state.kind().equals(DeviceKey.KIND.name()))
        .map(state -> DeviceKey.from(state.id(), state.fields()));
  }

  private Set<String> roles() {
    return records.asker().byRole().roles().orElse(Set.of()).stream()
        .map(Role::wireName)
        .collect(Collectors.toSet());
  }
}
