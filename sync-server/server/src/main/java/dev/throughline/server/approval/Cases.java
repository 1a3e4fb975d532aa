package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType.Texts;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What waits for signatures, for those who open it and for those who carry it out. */
public final class Cases {
  private Cases() {}

  /**
   * Something people are to sign.
   *
   * @param approval the id of its approval
   * @param subject the record that is signed
   * @param digest of its bytes
   * @param document those bytes, read
   * @param requester who does not sign it; empty when nobody asked for it
   * @param contributors further people who do not, where the rule excludes them; empty to leave
   *     them as they are
   */
  public record Opened(
      RecordId approval,
      RecordId handoff,
      RecordId subject,
      String digest,
      Json document,
      Policy policy,
      Optional<RecordId> requester,
      Set<String> contributors) {}

  /** The approval as it stands; empty when there is none. */
  public static Optional<Approval> find(RecordId approval, Records records) {
    return records.find(approval).map(state -> Approval.from(state.id(), state.fields()));
  }

  /** Opens it, with no votes; of what was there before nothing counts. */
  public static Approval open(Opened of, Records records) {
    return open(of, ApprovalState.OPEN, "approval.opened", records);
  }

  static Approval open(Opened of, ApprovalState state, String event, Records records) {
    Approval before = Approvals.at(of.approval(), of.handoff(), records);
    long revision = before.revision() + 1;
    long registry = records.nextSeq();
    Policy policy = of.policy();
    String caseDigest =
        CaseDigest.of(of.approval(), revision, of.digest(), of.document(), policy, registry);
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Approval.PACKET, Value.text(of.subject().toString()));
    fields.put(Approval.REVISION, Value.whole(revision));
    fields.put(Approval.STATE, Value.text(state.wireName()));
    fields.put(Approval.POLICY, Value.text(policy.id()));
    fields.put(Approval.POLICY_VERSION, Value.whole(policy.version()));
    fields.put(Approval.POLICY_DIGEST, Value.text(policy.digest()));
    fields.put(Approval.CASE_DIGEST, Value.text(caseDigest));
    fields.put(Approval.REGISTRY, Value.whole(registry));
    fields.put(
        Approval.REQUESTER,
        of.requester().<Value>map(who -> Value.text(who.toString())).orElse(Value.NOTHING));
    if (!of.contributors().isEmpty()) {
      fields.put(Approval.CONTRIBUTORS, Texts.of(of.contributors()));
    }
    fields.put(Approval.VOTES, Approval.votes(List.of()));
    fields.put(Approval.OPENED_AT, Value.whole(records.nowMillis()));
    fields.put(
        Approval.EXPIRES_AT, Value.whole(records.nowMillis() + policy.signingTime().toMillis()));
    fields.put(Approval.MET_AT, Value.whole(0));
    fields.put(Approval.TOLD, Value.NOTHING);
    Approvals.write(before, fields, records);
    records.audit(
        Approvals.note(
            event,
            before,
            Map.of(
                "packet", of.subject().toString(),
                "packetDigest", of.digest(),
                "caseDigest", caseDigest,
                "policy", policy.id(),
                "requester", of.requester().map(RecordId::toString).orElse(""),
                "revision", Long.toString(revision),
                "registry", Long.toString(registry),
                "policyDigest", policy.digest())));
    return Approvals.at(of.approval(), of.handoff(), records);
  }

  /**
   * Takes the signatures for what is carried out now, once.
   *
   * @return whether they were there and nobody had taken them
   */
  public static boolean spend(Approval seen, Records records) {
    Optional<Approval> now = find(seen.id(), records);
    boolean isMet =
        now.filter(it -> it.state() == ApprovalState.MET)
            .filter(it -> it.caseDigest().equals(seen.caseDigest()))
            .isPresent();
    Optional<Policy> rule = now.flatMap(it -> Rules.of(it, records));
    if (isMet && rule.isEmpty()) {
      Rules.outdated(now.get(), records);
      return false;
    }
    if (isMet && records.nowMillis() < now.get().metAt() + rule.get().coolOff().toMillis()) {
      return false;
    }
    if (isMet) {
      move(now.get(), ApprovalState.SPENT, records);
    }
    return isMet;
  }

  /** From when on it can be carried out, in milliseconds since the epoch; empty while it cannot. */
  public static Optional<Long> due(Approval approval, Records records) {
    return Optional.of(approval)
        .filter(it -> it.state() == ApprovalState.MET)
        .flatMap(it -> Rules.of(it, records))
        .map(rule -> approval.metAt() + rule.coolOff().toMillis());
  }

  /** Ends one that is open or signed and was not carried out in time; says whether it did. */
  public static boolean expire(Approval seen, Records records) {
    Optional<Approval> now =
        find(seen.id(), records)
            .filter(it -> it.isOpen() || it.state() == ApprovalState.MET)
            .filter(it -> it.caseDigest().equals(seen.caseDigest()));
    now.ifPresent(it -> move(it, ApprovalState.EXPIRED, records));
    return now.isPresent();
  }

  /** Remembers that people were told of a delay. */
  public static void told(Approval seen, String delay, Records records) {
    find(seen.id(), records)
        .filter(it -> it.caseDigest().equals(seen.caseDigest()) && !it.told().contains(delay))
        .ifPresent(
            it -> {
              TreeSet<String> told = new TreeSet<>(it.told());
              told.add(delay);
              Approvals.write(it, Map.of(Approval.TOLD, Texts.of(told)), records);
              records.audit(Approvals.note("approval.told", it, Map.of("delay", delay)));
            });
  }

  private static void move(Approval from, ApprovalState to, Records records) {
    Approvals.write(from, Map.of(Approval.STATE, Value.text(to.wireName())), records);
    records.audit(
        Approvals.note("approval." + to.wireName(), from, Map.of("caseDigest", from.caseDigest())));
  }
}
