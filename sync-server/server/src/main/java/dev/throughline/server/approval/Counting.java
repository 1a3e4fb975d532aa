package dev.throughline.server.approval;

import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Optional<RecordId> handoff =
        vote.packet()
            .flatMap(records::find)
            .filter(state -> state.kind().equals(Packet.KIND.name()))
            .flatMap(state -> Packet.from(state.id(), state.fields()).handoff());
    Verdict verdict = handoff.map(of -> count(vote, of)).orElse(Verdict.STALE);
    records.write(
        vote.id(),
        Vote.KIND.name(),
        Map.of(
            Vote.VERDICT, Value.text(verdict.wireName()),
            Vote.COUNTED_AT, Value.whole(records.nowMillis()),
            Vote.BY, Value.text(person.toString())));
  }

  private Verdict count(Vote vote, RecordId handoff) {
    Approval approval = Approvals.of(handoff, records);
    if (!approval.packet().equals(vote.packet())) {
      return Verdict.STALE;
    }
    Optional<Policy> policy = Policies.named(approval.policy(), approval.policyVersion());
    Judge.Judged judged =
        Judge.of(
            vote.id(),
            vote.envelope(),
            new Judge.Bench(approval, policy, this::key, person, roles(), records.nowMillis()));
    judged.cast().ifPresent(cast -> add(handoff, approval, policy.orElseThrow(), cast));
    return judged.verdict();
  }

  private void add(RecordId handoff, Approval approval, Policy policy, Cast cast) {
    List<Cast> votes = new ArrayList<>(approval.votes());
    votes.add(cast);
    Tally tally = Tally.of(policy, votes);
    ApprovalState state =
        tally.isRejected()
            ? ApprovalState.REJECTED
            : tally.isMet() ? ApprovalState.MET : ApprovalState.OPEN;
    Approvals.write(
        handoff,
        Map.of(
            Approval.VOTES, Approval.votes(votes),
            Approval.STATE, Value.text(state.wireName())),
        records);
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
