package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
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
            .noneMatch(out -> out.release().state().isOut());
    if (isMoved && isNewest && to > 0) {
      all.stream()
          .filter(out -> out.packet().version() == to)
          .filter(out -> out.release().state() == ReleaseState.SUPERSEDED)
          .filter(out -> out.release().isGood())
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
    boolean isLate = approval.isOpen() && records.nowMillis() > approval.expiresAt();
    boolean isUnsigned =
        isLate
            || approval.state() == ApprovalState.REJECTED
            || approval.state() == ApprovalState.EXPIRED;
    boolean isUnderWay = now.get().release().state() == ReleaseState.ROLLING_BACK;
    if (purpose == Purpose.EMERGENCY && isUnderWay && isUnsigned) {
      return isLeft(now.get(), records);
    }
    if (isLate) {
      Cases.expire(approval, records);
      return missed(now.get(), order.get(), records);
    }
    return switch (approval.state()) {
      case MET -> signed(now.get(), order.get(), records);
      case REJECTED -> refused(now.get(), order.get(), records);
      case EXPIRED -> missed(now.get(), order.get(), records);
      case CHANGED -> {
        // Another rule counts by now: the same order is asked for again, under that one.
        Orders.open(now.get().release(), order.get().order(), order.get().words(), records);
        yield true;
      }
      case DRAFT, OPEN, SPENT -> false;
    };
  }

  /** Nobody stood behind an emergency, and Kernel has said that it did not carry it out. */
  private static boolean isLeft(Situation.Out now, Records records) {
    Release release = now.release();
    boolean isRefused =
        release.waits() == Waits.KERNEL_QUORUM || release.waits() == Waits.KERNEL_REFUSAL;
    if (!isRefused) {
      return false;
    }
    now.order().ifPresent(order -> Cases.expire(order.approval(), records));
    Moves.note(release, "rollback.unratified", "not carried out", records);
    return Moves.move(
        release,
        release.verifiedAt() > 0 ? ReleaseState.VERIFIED : ReleaseState.TESTING,
        Map.of(Release.ORDER, Value.NOTHING),
        "not carried out",
        records);
  }

  /** Whether a newer version is out, or on its way: then nothing older comes back over it. */
  private static boolean isOvertaken(Situation.Out now, Records records) {
    return others(now, records).stream()
        .filter(other -> other.packet().version() > now.packet().version())
        .anyMatch(other -> other.release().state().isReplaceable());
  }

  private static List<Situation.Out> others(Situation.Out now, Records records) {
    return Situation.of(now.release().handoff().orElseThrow(), records).releases().stream()
        .filter(other -> !other.release().id().equals(now.release().id()))
        .toList();
  }

  private static boolean signed(Situation.Out now, Situation.Ordered order, Records records) {
    Release release = now.release();
    boolean isFor =
        switch (order.words().purpose()) {
          case ROLLBACK -> release.state().isOut();
          case EMERGENCY -> true;
          case REVERT -> release.state() == ReleaseState.ROLLED_BACK && !isOvertaken(now, records);
        };
    if (!isFor && order.words().purpose() == Purpose.REVERT) {
      Cases.expire(order.approval(), records);
      drop(release, records);
      return true;
    }
    if (!isFor || !Cases.spend(order.approval(), records)) {
      return false;
    }
    switch (order.words().purpose()) {
      case ROLLBACK -> Moves.move(release, ReleaseState.ROLLING_BACK, Map.of(), "", records);
      case EMERGENCY -> Moves.note(release, "rollback.ratified", "", records);
      case REVERT -> {
        // What is out in its place stays until this is out again.
        others(now, records).stream()
            .filter(other -> other.release().state().isBefore())
            .forEach(other -> Moves.supersede(other, records));
        Moves.again(release, ReleaseState.CHECKING, List.of(), records);
      }
    }
    return true;
  }

  /** Nobody signed in time. */
  private static boolean missed(Situation.Out now, Situation.Ordered order, Records records) {
    if (order.words().purpose() == Purpose.EMERGENCY) {
      Moves.note(now.release(), "rollback.unratified", "missed", records);
      revert(now, records);
    } else if (now.release().state() == ReleaseState.FAILED) {
      Orders.open(now, Purpose.ROLLBACK, records);
    } else {
      drop(now.release(), records);
    }
    return true;
  }

  /** Somebody said no. */
  private static boolean refused(Situation.Out now, Situation.Ordered order, Records records) {
    Release release = now.release();
    if (order.words().purpose() == Purpose.EMERGENCY) {
      Moves.note(release, "rollback.unratified", ApprovalState.REJECTED.wireName(), records);
      revert(now, records);
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

  /** Asks whether it is to come back, unless something newer took its place. */
  private static void revert(Situation.Out now, Records records) {
    if (isOvertaken(now, records)) {
      drop(now.release(), records);
    } else {
      Orders.open(now, Purpose.REVERT, records);
    }
  }

  private static void drop(Release release, Records records) {
    Moves.write(release, Map.of(Release.ORDER, Value.NOTHING), records);
  }
}
