package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import dev.throughline.server.log.AuditNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules as they count, and how one becomes another. */
public final class Rules {
  private Rules() {}

  /** Those of the workspace, now. */
  public static PolicySet of(Records records) {
    return PolicySet.of(id -> find(id, records));
  }

  static Optional<QuorumPolicy> find(RecordId id, Records records) {
    return records
        .find(id)
        .filter(state -> state.kind().equals(QuorumPolicy.KIND.name()))
        .map(state -> QuorumPolicy.from(state.id(), state.fields()));
  }

  /** The rule of an approval, unless another version counts by now. */
  static Optional<Policy> of(Approval approval, Records records) {
    return of(records)
        .current(approval.policy())
        .filter(its -> its.version() == approval.policyVersion());
  }

  /** Asks people to sign what somebody proposed. */
  static void propose(Done done, RecordId person, Records records) {
    QuorumPolicy proposal = QuorumPolicy.from(done.after().id(), done.after().fields());
    byte[] bytes = proposal.document().getBytes(StandardCharsets.UTF_8);
    if (!done.before().isAbsent()
        || !(Json.parse(bytes) instanceof Json.Parsed.Read(Json document))) {
      return;
    }
    Cases.open(
        new Cases.Opened(
            Approval.idOf(proposal.id()),
            proposal.id(),
            proposal.id(),
            proposal.digest(),
            document,
            Policies.CHANGE,
            Optional.of(person),
            Set.of()),
        records);
  }

  /** Lets a rule count that everybody signed; it needs nobody to carry it out. */
  static void met(Approval approval, Records records) {
    Optional<QuorumPolicy> proposal = approval.packet().flatMap(id -> find(id, records));
    if (proposal.isEmpty() || !Cases.spend(approval, records)) {
      return;
    }
    records.write(
        proposal.get().id(),
        QuorumPolicy.KIND.name(),
        Map.of(QuorumPolicy.STATE, Value.text(QuorumPolicy.State.ACTIVE.wireName())));
    records.audit(
        new AuditNote(
            "rule.active",
            AuditNote.SUCCESS,
            proposal.get().policy(),
            QuorumPolicy.KIND.name(),
            proposal.get().id(),
            Map.of("digest", proposal.get().digest())));
  }

  /** Another rule counts than the one that was signed: it has to be submitted again. */
  static void outdated(Approval seen, Records records) {
    Cases.find(seen.id(), records)
        .filter(it -> it.isOpen() || it.state() == ApprovalState.MET)
        .ifPresent(
            it -> {
              Approvals.write(
                  it,
                  Map.of(
                      Approval.STATE, Value.text(ApprovalState.CHANGED.wireName()),
                      Approval.VOTES, Approval.votes(List.of())),
                  records);
              records.audit(
                  Approvals.note("approval.voided", it, Map.of("caseDigest", it.caseDigest())));
            });
  }
}
