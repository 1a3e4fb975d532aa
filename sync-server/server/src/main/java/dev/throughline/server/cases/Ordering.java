package dev.throughline.server.cases;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.sync.RecordDesk;
import java.util.List;
import java.util.Optional;

/** Writes what an order about a release would say now. */
final class Ordering {
  private final RecordDesk.Opened desk;

  Ordering(RecordDesk.Opened desk) {
    this.desk = desk;
  }

  /**
   * The words of the next order of that purpose.
   *
   * @throws ProblemException when whoever asks may not read the release, it is not out, or an order
   *     waits already
   */
  RollbackOrder.Words words(RecordId id, Purpose purpose, String reason) {
    Release release =
        desk.find(Release.KIND.name(), id)
            .filter(_ -> desk.mayRead(id))
            .map(found -> Release.from(id, found.fields()))
            .orElseThrow(
                () -> new ProblemException(Problem.NOT_FOUND, "There is no such release."));
    if (!release.state().isOut()) {
      throw new ProblemException(
          Problem.NOT_NOW, "It is not out; it is " + release.state().wireName() + ".");
    }
    if (purpose == Purpose.ROLLBACK && release.order().filter(this::waits).isPresent()) {
      throw new ProblemException(
          Problem.NOT_NOW, "An order to take it back waits for signatures already.");
    }
    if (purpose == Purpose.EMERGENCY && hasComeBack(id)) {
      throw new ProblemException(
          Problem.NOT_NOW,
          "It was brought back by signatures after an emergency; it is taken back by signatures.");
    }
    RecordId handoff = release.handoff().orElseThrow();
    long version = version(release);
    RollbackOrder.Words first =
        new RollbackOrder.Words(
            handoff,
            id,
            release.generation(),
            version,
            purpose,
            1,
            comesBack(handoff, version),
            reason,
            release.results().stream()
                .filter(one -> one.outcome() == CheckOutcome.FAILED)
                .map(CheckResult.Taken::check)
                .toList());
    return next(first);
  }

  private RollbackOrder.Words next(RollbackOrder.Words first) {
    RollbackOrder.Words words = first;
    while (desk.find(RollbackOrder.KIND.name(), words.order()).isPresent()) {
      words =
          new RollbackOrder.Words(
              words.handoff(),
              words.release(),
              words.generation(),
              words.version(),
              words.purpose(),
              words.number() + 1,
              words.to(),
              words.reason(),
              words.failed());
    }
    return words;
  }

  private boolean hasComeBack(RecordId release) {
    return desk.naming(RollbackOrder.KIND.name(), RollbackOrder.RELEASE, List.of(release)).stream()
        .map(found -> RollbackOrder.from(found.id(), found.fields()))
        .anyMatch(order -> order.hasBroughtBack(this::state));
  }

  private Optional<ApprovalState> state(RecordId approval) {
    return desk.find(Approval.KIND.name(), approval)
        .map(found -> Approval.from(found.id(), found.fields()).state());
  }

  private boolean waits(RecordId order) {
    return state(Approval.idOf(order))
        .filter(state -> !state.isOver() && state != ApprovalState.DRAFT)
        .isPresent();
  }

  private long version(Release release) {
    return release
        .packet()
        .flatMap(id -> desk.find(Packet.KIND.name(), id))
        .map(found -> Packet.from(found.id(), found.fields()).version())
        .orElse(0L);
  }

  /** The newest version before that one that had passed everything; 0 for none. */
  private long comesBack(RecordId handoff, long version) {
    return desk.naming(Release.KIND.name(), Release.HANDOFF, List.of(handoff)).stream()
        .map(found -> Release.from(found.id(), found.fields()))
        .filter(Release::isGood)
        .mapToLong(this::version)
        .filter(other -> other < version)
        .max()
        .orElse(0);
  }

  /** What the order of an id says; empty when there is none. */
  Optional<RollbackOrder> find(RecordId order) {
    return desk.find(RollbackOrder.KIND.name(), order)
        .map(found -> RollbackOrder.from(order, found.fields()));
  }
}
