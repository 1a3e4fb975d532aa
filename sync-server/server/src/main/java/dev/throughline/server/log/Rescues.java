package dev.throughline.server.log;

import dev.throughline.model.access.Access;
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
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
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
   * @return an outcome for each operation: how it was settled before, or that it is kept
   * @throws ProblemException when there is no such study
   */
  public synchronized List<OpOutcome> keep(
      RecordId study, Push push, Access byRole, long atMillis) {
    List<Op> left = new ArrayList<>();
    List<OpOutcome> outcomes = new ArrayList<>();
    KnownOps known = log.inTransaction(workspace, () -> log.known(workspace, List.of(push)));
    for (Op op : push.ops()) {
      Optional<Outcome> first =
          known.firstOutcome(op).filter(outcome -> !(outcome instanceof Outcome.Parked));
      boolean isKept = first.isEmpty() && Acceptance.mayBring(byRole, op);
      if (isKept) {
        left.add(op);
      }
      outcomes.add(
          new OpOutcome(
              op.opNo(),
              first.<Outcome>map(Outcome.Duplicate::new).orElse(isKept ? KEPT : NOT_ALLOWED)));
    }
    if (!left.isEmpty()) {
      keep(
          new Rescue(
              Rescue.idOf(left.getFirst().id(), left.getLast().id()),
              Optional.of(study),
              push.author(),
              push.device().toString(),
              atMillis,
              new Value.Items(left.stream().map(WireFormat.OP::write).toList()),
              Rescue.OPEN));
    }
    return outcomes;
  }

  private void keep(Rescue rescue) {
    RecordId study = rescue.study().orElseThrow();
    var there =
        log.inTransaction(workspace, () -> log.links(workspace, List.of(study, rescue.id())));
    if (there.containsKey(rescue.id())) {
      return;
    }
    Scopes.Link link = there.get(study);
    if (link == null || !link.kind().equals(Study.KIND.name())) {
      throw new ProblemException(Problem.PUSH_INVALID, "There is no such study.");
    }
    Outcome kept = hand.write(rescue.id(), Rescue.KIND.name(), rescue.toFields());
    if (kept instanceof Outcome.Parked(var _, String why)) {
      throw new ProblemException(Problem.PUSH_INVALID, why);
    }
  }
}
