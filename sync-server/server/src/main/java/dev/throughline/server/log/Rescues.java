package dev.throughline.server.log;

import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.wire.RescuedOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps rescued work as records of its study, once. */
public final class Rescues {
  private static final Outcome KEPT =
      new Outcome.Parked(ParkReason.RESCUED, "kept for the owners of the study");
  private static final Outcome NOT_ALLOWED =
      new Outcome.Parked(ParkReason.NOT_ALLOWED, "Your roles do not allow this.");

  private final LogStore log;
  private final WorkspaceId workspace;
  private final ServerHand hand;

  /** Keeps them in one workspace. */
  public Rescues(LogStore log, WorkspaceId workspace, ServerHand hand) {
    this.log = log;
    this.workspace = workspace;
    this.hand = hand;
  }

  /**
   * Keeps what of a push the log has not taken yet. Durable when it returns.
   *
   * @param asker who sends it, with the rights their roles give
   * @return an outcome for each operation: how it was settled before, that it is kept, or why it
   *     cannot be
   */
  public synchronized List<OpOutcome> keep(RecordId study, Push push, Asker asker, long atMillis) {
    List<Op> left = new ArrayList<>();
    List<OpOutcome> outcomes = new ArrayList<>();
    KnownOps known = log.inTransaction(workspace, () -> log.known(workspace, List.of(push)));
    for (Op op : push.ops()) {
      Optional<Outcome> first =
          known.firstOutcome(op).filter(outcome -> !(outcome instanceof Outcome.Parked));
      boolean isKept = first.isEmpty() && Acceptance.mayBring(asker.byRole(), op);
      if (isKept) {
        left.add(op);
      }
      outcomes.add(
          new OpOutcome(
              op.opNo(),
              first.<Outcome>map(Outcome.Duplicate::new).orElse(isKept ? KEPT : NOT_ALLOWED)));
    }
    Optional<Outcome> refused =
        left.isEmpty() ? Optional.empty() : keep(study, push, left, asker, atMillis);
    return refused
        .map(why -> outcomes.stream().map(outcome -> refusedOr(outcome, why)).toList())
        .orElse(outcomes);
  }

  private static OpOutcome refusedOr(OpOutcome outcome, Outcome why) {
    return outcome.outcome().equals(KEPT) ? new OpOutcome(outcome.opNo(), why) : outcome;
  }

  /** Why nothing of it can be kept; empty once it is. */
  private Optional<Outcome> keep(
      RecordId study, Push push, List<Op> ops, Asker asker, long atMillis) {
    RecordId id = Rescue.idOf(study, ops.stream().map(Op::id).toList());
    Map<RecordId, Scopes.Link> there =
        log.inTransaction(workspace, () -> log.links(workspace, List.of(study, id)));
    if (there.containsKey(id)) {
      return Optional.empty();
    }
    Scopes.Link link = there.get(study);
    boolean couldSee =
        log.inTransaction(workspace, () -> new FormerAccess(log, workspace).isThere(asker, study));
    if (link == null || !link.kind().equals(Study.KIND.name()) || !couldSee) {
      return Optional.of(new Outcome.Parked(ParkReason.NOT_ALLOWED, "There is no such study."));
    }
    Rescue rescue =
        new Rescue(
            id,
            Optional.of(study),
            asker.person(),
            push.author(),
            push.device().toString(),
            atMillis,
            RescuedOps.of(ops),
            Rescue.OPEN,
            "");
    return hand.write(id, Rescue.KIND.name(), rescue.toFields()) instanceof Outcome.Parked parked
        ? Optional.of(parked)
        : Optional.empty();
  }
}
