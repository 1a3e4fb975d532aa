package dev.throughline.server.approval;

import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
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
    Optional<Subject> subject = vote.packet().flatMap(id -> Subject.find(id, records));
    Optional<Judge.Judged> judged = subject.flatMap(of -> judge(vote, of));
    Verdict verdict = judged.map(Judge.Judged::verdict).orElse(Verdict.STALE);
    records.audit(
        new AuditNote(
            "vote.counted",
            verdict == Verdict.ACCEPTED ? AuditNote.SUCCESS : AuditNote.DENIED,
            verdict.wireName(),
            Vote.KIND.name(),
            vote.id(),
            Map.of(
                "approval", subject.map(of -> of.approvalId().toString()).orElse(""),
                "handoff", subject.map(of -> of.handoff().toString()).orElse(""),
                "roles", String.join(" ", new TreeSet<>(roles())),
                "envelopeDigest", Sha256.hex(vote.envelope().getBytes(StandardCharsets.UTF_8)))));
    records.write(
        vote.id(),
        Vote.KIND.name(),
        Map.of(
            Vote.VERDICT, Value.text(verdict.wireName()),
            Vote.COUNTED_AT, Value.whole(records.nowMillis()),
            Vote.BY, Value.text(person.toString())));
    judged.flatMap(Judge.Judged::cast).ifPresent(cast -> add(subject.orElseThrow(), cast));
    if (verdict == Verdict.POLICY_CHANGED) {
      subject.ifPresent(of -> Rules.outdated(of.approval(records), records));
    }
    if (verdict == Verdict.EXPIRED) {
      subject
          .map(of -> of.approval(records))
          .filter(Approval::isOpen)
          .ifPresent(of -> Cases.expire(of, records));
    }
  }

  /** Empty for a vote on another packet than the one that waits. */
  private Optional<Judge.Judged> judge(Vote vote, Subject subject) {
    Approval approval = subject.approval(records);
    if (!approval.packet().equals(vote.packet())) {
      return Optional.empty();
    }
    return Optional.of(
        Judge.of(
            vote.id(),
            vote.envelope(),
            new Judge.Bench(
                approval,
                subject.digest(),
                Rules.of(approval, records),
                this::key,
                person,
                roles(),
                records.nowMillis())));
  }

  private void add(Subject subject, Cast cast) {
    Approval approval = subject.approval(records);
    List<Cast> votes = new ArrayList<>(approval.votes());
    votes.removeIf(one -> one.person().equals(cast.person()));
    votes.add(cast);
    ApprovalState state = Approvals.count(approval, votes, records);
    if (state != ApprovalState.OPEN) {
      records.audit(
          Approvals.note(
              "approval." + state.wireName(),
              approval,
              Map.of("caseDigest", approval.caseDigest())));
    }
    if (state == ApprovalState.MET) {
      Rules.met(subject.approval(records), records);
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
