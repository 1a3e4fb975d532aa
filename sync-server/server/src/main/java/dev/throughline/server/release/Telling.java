package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.Waits;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.notice.Notice;
import dev.throughline.server.notice.Notice.Kind;
import dev.throughline.server.notice.Notices;
import dev.throughline.server.notice.Sent;
import dev.throughline.server.sync.ServerDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells people who are to act and are not looking: at once, after a day, after two. What could not
 * be delivered is tried again, and holds nothing else up.
 */
@Component
final class Telling {
  private static final String LAPSED = "lapsed";
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final List<Duration> DELAYS =
      List.of(Duration.ZERO, Duration.ofHours(24), Duration.ofHours(48));

  private final Notices notices;
  private final ServerDesk desk;

  Telling(Notices notices, ServerDesk desk) {
    this.notices = notices;
    this.desk = desk;
  }

  /** Something people are to be told of once. */
  private record Due(Notice notice, Runnable told) {}

  Next step(WorkspaceId workspace, Situation now) {
    List<Due> due = new ArrayList<>();
    Next next = new Next.Done();
    if (now.approval().isPresent()) {
      next = next.or(waiting(workspace, now.approval().get(), Optional.empty(), now, due));
    }
    now.approval().ifPresent(approval -> lapsed(workspace, approval, due));
    for (Situation.Out out : now.releases()) {
      if (out.order().isPresent()) {
        Situation.Ordered order = out.order().get();
        Optional<Purpose> purpose = Optional.of(order.words().purpose());
        next = next.or(waiting(workspace, order.approval(), purpose, now, due));
      }
      state(workspace, out.release(), due);
    }
    for (Due one : due) {
      switch (notices.send(one.notice())) {
        case Sent.Delivered() -> one.told().run();
        case Sent.Off() -> one.told().run();
        case Sent.Away(String _) -> next = next.or(new Next.Wait(RETRY));
      }
    }
    return next;
  }

  /** An approval that waits: when it was opened, a day and two days later. */
  private Next waiting(
      WorkspaceId workspace,
      Approval approval,
      Optional<Purpose> order,
      Situation now,
      List<Due> due) {
    Next next = new Next.Done();
    if (!approval.isOpen()) {
      return next;
    }
    for (Duration delay : DELAYS) {
      String name = delay.toString();
      long at = approval.openedAt() + delay.toMillis();
      if (approval.told().contains(name)) {
        continue;
      }
      if (at > now.atMillis()) {
        next = next.or(Next.until(at, now.atMillis()));
        continue;
      }
      due.add(
          new Due(
              new Notice(
                  approval.id() + "-" + approval.revision() + "-" + name,
                  kind(delay, order),
                  approval.handoff().orElseThrow(),
                  Instant.ofEpochMilli(at)),
              () -> desk.run(workspace, records -> Cases.told(approval, name, records))));
    }
    return next;
  }

  private static Kind kind(Duration delay, Optional<Purpose> order) {
    if (!delay.isZero()) {
      return Kind.SIGNATURE_OVERDUE;
    }
    return order
        .map(
            purpose ->
                switch (purpose) {
                  case ROLLBACK -> Kind.ROLLBACK_WAITS;
                  case EMERGENCY -> Kind.EMERGENCY_APPLIED;
                  case REVERT -> Kind.REVERT_OPENED;
                })
        .orElse(Kind.SIGNATURE_WAITS);
  }

  /** What everybody signed and nobody carried out in time has to be signed again. */
  private void lapsed(WorkspaceId workspace, Approval approval, List<Due> due) {
    boolean isLapsed = approval.state() == ApprovalState.EXPIRED && approval.metAt() > 0;
    if (isLapsed && !approval.told().contains(LAPSED)) {
      due.add(
          new Due(
              new Notice(
                  approval.id() + "-" + approval.revision() + "-" + LAPSED,
                  Kind.HANDOFF_BLOCKED,
                  approval.handoff().orElseThrow(),
                  Instant.ofEpochMilli(approval.metAt())),
              () -> desk.run(workspace, records -> Cases.told(approval, LAPSED, records))));
    }
  }

  /** A release that needs people. */
  private void state(WorkspaceId workspace, Release release, List<Due> due) {
    Optional<Kind> kind =
        switch (release.state()) {
          case BLOCKED, EXPIRED -> Optional.of(Kind.HANDOFF_BLOCKED);
          case ROLLING_BACK ->
              release.waits() == Waits.KERNEL_QUORUM || release.waits() == Waits.KERNEL_REFUSAL
                  ? Optional.of(Kind.HANDOFF_BLOCKED)
                  : Optional.empty();
          case FAILED -> Optional.of(Kind.CHECK_FAILED);
          case CHECKING, REGISTERING, ACTIVATING, TESTING, VERIFIED, SUPERSEDED, ROLLED_BACK ->
              Optional.empty();
        };
    String name = release.state().wireName() + "-" + release.generation();
    if (kind.isEmpty() || release.told().contains(name)) {
      return;
    }
    RecordId handoff = release.handoff().orElseThrow();
    due.add(
        new Due(
            new Notice(
                release.id() + "-" + name,
                kind.get(),
                handoff,
                Instant.ofEpochMilli(release.since())),
            () -> desk.run(workspace, records -> Moves.told(release, name, records))));
  }
}
