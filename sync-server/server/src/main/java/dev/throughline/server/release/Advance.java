package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.sync.ServerDesk;
import org.springframework.stereotype.Component;

/**
 * Takes a handoff one step further. Everything it knows it reads from the records, so that it does
 * not matter how often, or after which interruption, it is called.
 */
@Component
final class Advance {
  private final ServerDesk desk;
  private final Checking checking;
  private final Registering registering;
  private final Testing testing;
  private final Telling telling;

  Advance(
      ServerDesk desk,
      Checking checking,
      Registering registering,
      Testing testing,
      Telling telling) {
    this.desk = desk;
    this.checking = checking;
    this.registering = registering;
    this.testing = testing;
    this.telling = telling;
  }

  /** One step of everything that is under way for a handoff, and when the next one is due. */
  Next step(WorkspaceId workspace, RecordId handoff) {
    Situation now = desk.act(workspace, records -> Situation.of(handoff, records));
    Next next = telling.step(workspace, now);
    next = next.or(now.approval().map(of -> approval(workspace, of, now)).orElse(new Next.Done()));
    for (Situation.Out out : now.releases()) {
      next = next.or(release(workspace, out, now.atMillis()));
    }
    return next;
  }

  private Next approval(WorkspaceId workspace, Approval approval, Situation now) {
    boolean isMet = approval.state() == ApprovalState.MET;
    long until = isMet ? approval.metAt() + Times.EXECUTION.toMillis() : approval.expiresAt();
    if (!isMet && !approval.isOpen()) {
      return new Next.Done();
    }
    if (now.atMillis() > until) {
      desk.act(workspace, records -> Cases.expire(approval, records));
      return new Next.Again();
    }
    Next end = Next.until(until + 1, now.atMillis());
    long due = now.due().orElse(now.atMillis());
    if (isMet && due > now.atMillis()) {
      return end.or(Next.until(due, now.atMillis()));
    }
    return isMet && desk.act(workspace, records -> Moves.begin(approval, records))
        ? new Next.Again()
        : end;
  }

  private Next release(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    if (out.order().isPresent() && desk.act(workspace, records -> Backs.settle(out, records))) {
      return new Next.Again();
    }
    Next ordered =
        out.order()
            .map(Situation.Ordered::approval)
            .filter(of -> of.isOpen() && of.expiresAt() >= nowMillis)
            .map(of -> Next.until(of.expiresAt() + 1, nowMillis))
            .orElse(new Next.Done());
    return ordered.or(course(workspace, out, nowMillis));
  }

  private Next course(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    ReleaseState state = out.release().state();
    return switch (state) {
      case CHECKING -> checking.step(workspace, out, nowMillis);
      case REGISTERING -> registering.register(workspace, out, nowMillis);
      case ACTIVATING -> registering.activate(workspace, out, nowMillis);
      case TESTING -> testing.step(workspace, out, nowMillis);
      case ROLLING_BACK -> registering.takeBack(workspace, out, nowMillis);
      case VERIFIED, BLOCKED, EXPIRED, SUPERSEDED, FAILED, ROLLED_BACK -> new Next.Done();
    };
  }
}
