package dev.throughline.model.approval;

import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what becomes of a vote, at the moment it comes in: by the rule, the key, the roles and
 * the time of then. What the device says of its own time decides nothing.
 */
public final class Judge {
  private static final Set<String> TYPES = Set.of(Statement.PAYLOAD_TYPE);

  /**
   * What a vote is judged by.
   *
   * @param subject the digest of the packet that waits
   * @param policy the rule of the packet, as it counts now; empty when there is none of that name
   * @param keys finds the record of a key by what envelopes hint at
   * @param person who brings the vote
   * @param roles theirs, now
   * @param nowMillis the server's time
   */
  public record Bench(
      Approval approval,
      String subject,
      Optional<Policy> policy,
      Function<String, Optional<DeviceKey>> keys,
      RecordId person,
      Set<String> roles,
      long nowMillis) {}

  /** What became of it, and the vote as it counts when it does. */
  public record Judged(Verdict verdict, Optional<Cast> cast) {
    static Judged no(Verdict verdict) {
      return new Judged(verdict, Optional.empty());
    }
  }

  private Judge() {}

  /** The key an envelope says it is signed with; empty for what is no envelope of one signature. */
  public static Optional<String> hint(String envelope) {
    return Envelope.parse(envelope.getBytes(StandardCharsets.UTF_8), TYPES)
                instanceof Envelope.Parsed.Read(Envelope read)
            && read.signatures().size() == 1
        ? Optional.of(read.signatures().getFirst().keyId())
        : Optional.empty();
  }

  /** Looks at a vote. */
  public static Judged of(RecordId vote, String envelope, Bench bench) {
    byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
    if (!(Envelope.parse(bytes, TYPES) instanceof Envelope.Parsed.Read(Envelope read))
        || read.signatures().size() != 1) {
      return Judged.no(Verdict.UNREADABLE);
    }
    Envelope.Signed signed = read.signatures().getFirst();
    Optional<DeviceKey> key =
        bench
            .keys()
            .apply(signed.keyId())
            .filter(its -> its.person().equals(Optional.of(bench.person())));
    Optional<Verdict> badKey = key(key);
    if (badKey.isPresent()) {
      return Judged.no(badKey.get());
    }
    Optional<Statement> said =
        key.flatMap(DeviceKey::key)
            .filter(spki -> read.isSigned(signed, spki))
            .flatMap(_ -> Statement.parse(read.payload()))
            .filter(its -> its.person().equals(bench.person()));
    if (said.isEmpty()) {
      return Judged.no(Verdict.UNREADABLE);
    }
    return said(vote, key.orElseThrow().id(), said.get(), bench);
  }

  private static Optional<Verdict> key(Optional<DeviceKey> key) {
    return switch (key.map(DeviceKey::state).orElse(KeyState.ASKED)) {
      case ASKED, PROVED -> Optional.of(Verdict.KEY_UNKNOWN);
      case REVOKED -> Optional.of(Verdict.KEY_REVOKED);
      case ENROLLED -> Optional.empty();
    };
  }

  private static Judged said(RecordId vote, RecordId key, Statement said, Bench bench) {
    Approval approval = bench.approval();
    boolean isThis =
        said.caseDigest().equals(approval.caseDigest())
            && said.subject().equals(bench.subject())
            && approval.handoff().equals(Optional.of(said.handoff()));
    if (!isThis) {
      return Judged.no(Verdict.STALE);
    }
    Optional<Policy> policy =
        bench.policy().filter(its -> its.digest().equals(approval.policyDigest()));
    if (policy.isEmpty()) {
      return Judged.no(Verdict.POLICY_CHANGED);
    }
    if (approval.state() == ApprovalState.CHANGED) {
      return Judged.no(Verdict.STALE);
    }
    // What was signed in time is late for nobody.
    boolean isWaiting = approval.isOpen() || approval.state() == ApprovalState.EXPIRED;
    if (isWaiting && bench.nowMillis() > approval.expiresAt()) {
      return Judged.no(Verdict.EXPIRED);
    }
    Optional<Cast> own =
        approval.votes().stream().filter(one -> one.person().equals(bench.person())).findFirst();
    // Whoever said go may take it back.
    boolean isTurning = said.answer() == Answer.NO_GO && own.filter(Cast::isFor).isPresent();
    boolean mayStop = bench.roles().stream().anyMatch(policy.get().vetoes()::contains);
    // What is signed can be stopped until it is carried out.
    boolean isStopping =
        approval.state() == ApprovalState.MET
            && (isTurning || (mayStop && said.answer() == Answer.NO_GO));
    if (!approval.isOpen() && !isStopping) {
      return Judged.no(Verdict.CLOSED);
    }
    if (own.isPresent() && !isTurning) {
      return Judged.no(Verdict.DUPLICATE);
    }
    if (isApart(approval, policy.get(), bench.person())) {
      return Judged.no(Verdict.SEPARATION);
    }
    boolean hasSeat =
        policy.get().groups().stream()
            .anyMatch(group -> bench.roles().stream().anyMatch(group.roles()::contains));
    if (!hasSeat && !isTurning && !(mayStop && said.answer() == Answer.NO_GO)) {
      return Judged.no(Verdict.NO_SEAT);
    }
    return new Judged(
        Verdict.ACCEPTED,
        Optional.of(
            new Cast(
                vote,
                key,
                bench.person(),
                bench.roles(),
                said.answer(),
                said.claimedAt(),
                bench.nowMillis())));
  }

  /** Whether somebody had a hand in what is to be signed. */
  public static boolean isApart(Approval approval, Policy policy, RecordId person) {
    return approval.requester().equals(Optional.of(person))
        || (policy.excludesContributors() && approval.contributors().contains(person.toString()));
  }
}
