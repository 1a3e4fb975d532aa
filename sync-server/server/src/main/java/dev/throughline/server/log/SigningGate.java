package dev.throughline.server.log;

import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.KeyRule;
import dev.throughline.model.approval.PolicyRule;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.approval.VoteRule;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.PacketRule;
import dev.throughline.model.handoff.PartRule;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.OrderRule;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What no right helps with of what is signed: who writes it, once, and of which bytes. */
final class SigningGate {
  /** Of which it matters who writes them, and when. */
  private static final Set<String> KINDS =
      Set.of(
          Approval.KIND.name(),
          Release.KIND.name(),
          DeviceKey.KIND.name(),
          Review.KIND.name(),
          Packet.KIND.name(),
          Vote.KIND.name(),
          QuorumPolicy.KIND.name(),
          CheckResult.KIND.name(),
          RollbackOrder.KIND.name(),
          Handoff.KIND.name());

  private final Function<RecordId, RecordState> known;
  private final long nowMillis;

  SigningGate(Function<RecordId, RecordState> known, long nowMillis) {
    this.known = known;
    this.nowMillis = nowMillis;
  }

  /**
   * Whether nobody can take in for another what they wrote of such a kind: whoever signs, submits,
   * orders or writes a handoff does it themselves.
   */
  static boolean isItsOwn(String kind) {
    return KINDS.contains(kind) || PartRule.isPart(kind);
  }

  /** Why somebody may not do this, as a sentence; empty when they may, or it is not signed. */
  Optional<String> refusal(Asker asker, Op op, RecordState state) {
    if (is(op, Approval.KIND) || is(op, Release.KIND)) {
      return Optional.of("of approvals and releases only the server writes");
    }
    if (is(op, DeviceKey.KIND) || is(op, Review.KIND)) {
      return changing(asker, op, state);
    }
    boolean isNew = state.isAbsent();
    Map<String, Value> written = Gate.written(op, state);
    Optional<RecordId> me = asker.person();
    if (PartRule.isPart(op.kind())) {
      return PartRule.refusal(isNew, op.action(), written, this::isHandoff);
    }
    if (is(op, Packet.KIND)) {
      return PacketRule.refusal(
          op.record(),
          isNew,
          written,
          op.action(),
          me,
          PacketRule.previous(written).filter(this::isThere).isPresent());
    }
    if (is(op, Vote.KIND)) {
      return VoteRule.refusal(isNew, written, op.action()).or(() -> foreign(written, me));
    }
    if (is(op, QuorumPolicy.KIND)) {
      return PolicyRule.refusal(
          op.record(),
          isNew,
          written,
          op.action(),
          me,
          PolicyRule.previous(written).filter(this::isThere).isPresent(),
          PolicyRule.previous(written).filter(this::waits).isPresent());
    }
    if (is(op, CheckResult.KIND)) {
      return CheckResult.refusal(op.record(), isNew, written, op.action(), me)
          .or(() -> CheckResult.tooEarly(written, release(written)));
    }
    return is(op, RollbackOrder.KIND)
        ? OrderRule.refusal(op.record(), isNew, written, op.action(), me, roles(asker))
        : Optional.empty();
  }

  /** Whoever gets hold of an envelope before it was sent cannot use it up. */
  private Optional<String> foreign(Map<String, Value> vote, Optional<RecordId> me) {
    return Judge.hint(new FieldMap(vote).text(Vote.ENVELOPE))
        .map(hint -> known.apply(DeviceKey.idOf(hint)))
        .filter(state -> state.kind().equals(DeviceKey.KIND.name()))
        .map(state -> DeviceKey.from(state.id(), state.fields()).person())
        .filter(person -> person.isPresent() && !person.equals(me))
        .map(_ -> "A vote is brought by whoever signed it.");
  }

  /** Whether a proposal waits for signatures. */
  private boolean waits(RecordId proposal) {
    RecordState state = known.apply(Approval.idOf(proposal));
    Approval approval = Approval.from(state.id(), state.fields());
    return !state.isAbsent()
        && (approval.state() == ApprovalState.MET
            || (approval.isOpen() && approval.expiresAt() >= nowMillis));
  }

  private boolean isThere(RecordId record) {
    return !known.apply(record).isAbsent();
  }

  private boolean isHandoff(RecordId record) {
    return known.apply(record).kind().equals(Handoff.KIND.name()) && isThere(record);
  }

  private Optional<Release> release(Map<String, Value> result) {
    return new FieldMap(result)
        .reference(CheckResult.RELEASE)
        .map(known)
        .filter(state -> !state.isAbsent() && state.kind().equals(Release.KIND.name()))
        .map(state -> Release.from(state.id(), state.fields()));
  }

  /** Those that may be changed by some. */
  private static Optional<String> changing(Asker asker, Op op, RecordState state) {
    Optional<Map<String, Value>> before =
        state.isAbsent() ? Optional.empty() : Optional.of(state.fields());
    Map<String, Value> written = Gate.written(op, state);
    return is(op, Review.KIND)
        ? Review.refusal(op.record(), before, written, op.action(), asker.person())
        : KeyRule.refusal(before, written, op.action(), asker.person(), roles(asker));
  }

  private static Set<Role> roles(Asker asker) {
    return asker.byRole().roles().orElse(Set.of());
  }

  private static boolean is(Op op, Kind kind) {
    return op.kind().equals(kind.name());
  }
}
