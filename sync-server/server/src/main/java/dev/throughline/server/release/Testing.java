package dev.throughline.server.release;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Records;
import dev.throughline.server.sync.ServerDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs the smoke tests of what is out, and decides once every check has a result. */
@Component
final class Testing {
  private final Probes probes;
  private final ServerDesk desk;

  Testing(Probes probes, ServerDesk desk) {
    this.probes = probes;
    this.desk = desk;
  }

  Next step(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    if (desk.act(workspace, records -> takeIn(out, records))) {
      return new Next.Again();
    }
    Release release = out.release();
    boolean isFailed =
        release.results().stream().anyMatch(one -> one.outcome() == CheckOutcome.FAILED);
    List<PlannedCheck> awaited =
        out.checks().stream().filter(check -> release.result(check.id()).isEmpty()).toList();
    if (isFailed || awaited.isEmpty()) {
      desk.act(workspace, records -> decide(out, isFailed, records));
      return new Next.Again();
    }
    Next next = new Next.Done();
    for (PlannedCheck check : awaited) {
      if (check.type() == PlannedCheck.Type.SMOKE && !check.probe().isBlank()) {
        next = next.or(probe(workspace, release, check, nowMillis));
      }
    }
    desk.run(workspace, records -> Moves.waits(release, Waits.CHECKS, records));
    return next;
  }

  /** Takes in what was reported before this server looked for it; says whether there was any. */
  private static boolean takeIn(Situation.Out out, Records records) {
    List<CheckResult> reported =
        records.naming(CheckResult.KIND.name(), CheckResult.RELEASE, out.release().id()).stream()
            .map(state -> CheckResult.from(state.id(), state.fields()))
            .filter(one -> one.generation() == out.release().generation())
            .filter(one -> isAwaited(one, out))
            .toList();
    for (CheckResult one : reported) {
      Moves.result(
          out.release(),
          new CheckResult.Taken(
              one.check().orElseThrow(), one.outcome(), one.value(), one.by(), records.nowMillis()),
          records);
    }
    return !reported.isEmpty();
  }

  private static boolean isAwaited(CheckResult result, Situation.Out out) {
    return out.checks().stream()
        .anyMatch(
            check ->
                Optional.of(check.id()).equals(result.check())
                    && out.release().result(check.id()).isEmpty());
  }

  private Next probe(WorkspaceId workspace, Release release, PlannedCheck check, long nowMillis) {
    return switch (probes.ask(check.probe())) {
      case Probes.Said.NotAsked() -> new Next.Done();
      case Probes.Said.Well(String how) ->
          report(workspace, release, check, CheckOutcome.PASSED, how);
      case Probes.Said.Unwell(String how) ->
          nowMillis - release.since() < Times.SMOKE.toMillis()
              ? new Next.Wait(Times.SMOKE_PAUSE)
              : report(workspace, release, check, CheckOutcome.FAILED, how);
    };
  }

  private Next report(
      WorkspaceId workspace, Release release, PlannedCheck check, CheckOutcome what, String how) {
    desk.run(
        workspace,
        records ->
            Moves.result(
                release,
                new CheckResult.Taken(check.id(), what, how, Optional.empty(), records.nowMillis()),
                records));
    return new Next.Again();
  }

  private static boolean decide(Situation.Out out, boolean isFailed, Records records) {
    if (!isFailed) {
      return Moves.move(
          out.release(),
          ReleaseState.VERIFIED,
          Map.of(Release.VERIFIED_AT, Value.whole(records.nowMillis())),
          "",
          records);
    }
    boolean isMoved =
        Moves.move(
            out.release(),
            ReleaseState.FAILED,
            Map.of(Release.WAITS, Value.text(Waits.SIGNATURES.wireName())),
            "check",
            records);
    boolean isOrdered = out.order().filter(order -> !order.approval().state().isOver()).isPresent();
    if (isMoved && !isOrdered) {
      Orders.open(out, Purpose.ROLLBACK, records);
    }
    return isMoved;
  }
}
