package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.value.Value;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.log.Aftermath.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a release about which there is an order. */
final class Backs {
  private Backs() {}

  /** It is taken back; the version that had been good before is the one that is out again. */
  static boolean takenBack(Situation.Out seen, Records records) {
    boolean isMoved = Moves.move(seen.release(), ReleaseState.ROLLED_BACK, Map.of(), "", records);
    long to = seen.order().map(order -> order.words().to()).orElse(0L);
    List<Situation.Out> all =
        Situation.of(seen.release().handoff().orElseThrow(), records).releases();
    boolean isNewest =
        all.stream()
            .filter(out -> out.packet().version() > seen.packet().version())
            .noneMatch(out -> out.release().state().isReplaceable());
    if (isMoved && isNewest && to > 0) {
      all.stream()
          .filter(out -> out.packet().version() == to)
          .filter(out -> out.release().state() == ReleaseState.SUPERSEDED)
          .filter(out -> Orders.isGood(out.release()))
          .findFirst()
          .ifPresent(
              out ->
                  Moves.move(
                      out.release(), ReleaseState.VERIFIED, Map.of(), "in its place", records));
    }
    return isMoved;
  }

  /** Looks at the order of a release; says whether anything came of it. */
  static boolean settle(Situation.Out seen, Records records) {
    Optional<Situation.Out> now =
        Moves.find(seen.release().id(), records)
            .filter(it -> it.generation() == seen.release().generation())
            .flatMap(it -> Situation.out(it, records));
    Optional<Situation.Ordered> order = now.flatMap(Situation.Out::order);
    if (order.isEmpty()) {
      return false;
    }
    Purpose purpose = order.get().words().purpose();
    Approval approval = order.get().approval();
    boolean isUnderWay =
        purpose == Purpose.EMERGENCY && now.get().release().state() == ReleaseState.ROLLING_BACK;
    boolean isLate = approval.isOpen() && records.nowMillis() > approval.expiresAt();
    if (isLate && !isUnderWay) {
      Cases.expire(approval, records);
      return missed(now.get(), purpose, records);
    }
    return switch (approval.state()) {
      case MET -> signed(now.get(), order.get(), records);
      case REJECTED -> !isUnderWay && refused(now.get(), purpose, records);
      case EXPIRED -> !isUnderWay && missed(now.get(), purpose, records);
      case DRAFT, OPEN, CHANGED, SPENT -> false;
    };
  }

  private static boolean signed(Situation.Out now, Situation.Ordered order, Records records) {
    Release release = now.release();
    boolean isFor =
        switch (order.words().purpose()) {
          case ROLLBACK -> release.state().isOut();
          case EMERGENCY -> true;
          case REVERT -> release.state() == ReleaseState.ROLLED_BACK;
        };
    if (!isFor || !Cases.spend(order.approval(), records)) {
      return false;
    }
    switch (order.words().purpose()) {
      case ROLLBACK -> Moves.move(release, ReleaseState.ROLLING_BACK, Map.of(), "", records);
      case EMERGENCY -> Moves.note(release, "rollback.ratified", "", records);
      case REVERT -> Moves.again(release, ReleaseState.CHECKING, List.of(), records);
    }
    return true;
  }

  /** Nobody signed in time. */
  private static boolean missed(Situation.Out now, Purpose purpose, Records records) {
    if (purpose == Purpose.EMERGENCY) {
      Moves.note(now.release(), "rollback.unratified", "missed", records);
      Orders.open(now, Purpose.REVERT, records);
    } else if (now.release().state() == ReleaseState.FAILED) {
      Orders.open(now, Purpose.ROLLBACK, records);
    } else {
      drop(now.release(), records);
    }
    return true;
  }

  /** Somebody said no. */
  private static boolean refused(Situation.Out now, Purpose purpose, Records records) {
    Release release = now.release();
    if (purpose == Purpose.EMERGENCY) {
      Moves.note(release, "rollback.unratified", ApprovalState.REJECTED.wireName(), records);
      Orders.open(now, Purpose.REVERT, records);
    } else if (release.state() == ReleaseState.FAILED) {
      Moves.again(
          release,
          ReleaseState.TESTING,
          release.results().stream().filter(one -> one.outcome() == CheckOutcome.PASSED).toList(),
          records);
    } else {
      drop(release, records);
    }
    return true;
  }

  private static void drop(Release release, Records records) {
    Moves.write(release, Map.of(Release.ORDER, Value.NOTHING), records);
  }
}
