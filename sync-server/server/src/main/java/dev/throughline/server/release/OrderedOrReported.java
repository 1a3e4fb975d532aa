package dev.throughline.server.release;

import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.OrderRule;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.value.Value;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.log.Aftermath;
import dev.throughline.server.log.AuditNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What follows when people report a check or order a release back. */
@Component
final class OrderedOrReported implements Aftermath {
  @Override
  public void after(List<Done> group, Records records) {
    if (records.asker().person().isEmpty()) {
      return;
    }
    for (Done done : group) {
      if (!done.before().isAbsent()) {
        continue;
      }
      if (done.op().kind().equals(CheckResult.KIND.name())) {
        reported(CheckResult.from(done.after().id(), done.after().fields()), records);
      } else if (done.op().kind().equals(RollbackOrder.KIND.name())) {
        ordered(RollbackOrder.from(done.after().id(), done.after().fields()), records);
      }
    }
  }

  /** Late ones, and those of a check nobody planned, change nothing. */
  private static void reported(CheckResult result, Records records) {
    Optional<Situation.Out> out =
        result
            .release()
            .flatMap(id -> Moves.find(id, records))
            .filter(release -> release.generation() == result.generation())
            .flatMap(release -> Situation.out(release, records));
    boolean isPlanned =
        out.stream()
            .flatMap(of -> of.checks().stream())
            .anyMatch(check -> Optional.of(check.id()).equals(result.check()));
    if (isPlanned) {
      Moves.result(
          out.get().release(),
          new CheckResult.Taken(
              result.check().orElseThrow(),
              result.outcome(),
              result.value(),
              records.asker().person(),
              records.nowMillis()),
          records);
    }
  }

  private static void ordered(RollbackOrder order, Records records) {
    Optional<Words> words = order.words();
    Optional<Release> release = order.release().flatMap(id -> Moves.find(id, records));
    if (words.isEmpty() || release.isEmpty()) {
      return;
    }
    Optional<String> refusal = refusal(order, words.get(), release.get(), records);
    if (refusal.isPresent()) {
      records.audit(
          new AuditNote(
              "rollback.refused",
              AuditNote.DENIED,
              refusal.get(),
              RollbackOrder.KIND.name(),
              order.id(),
              Map.of("handoff", words.get().handoff().toString())));
      return;
    }
    Orders.open(release.get(), order, words.get(), records);
    if (words.get().purpose() == Purpose.EMERGENCY) {
      Moves.move(
          release.get(),
          ReleaseState.ROLLING_BACK,
          Map.of(Release.ORDER, Value.text(order.id().toString())),
          "emergency",
          records);
    }
  }

  /** Why an order leads to nothing, as a word; empty for one that counts. */
  private static Optional<String> refusal(
      RollbackOrder order, Words words, Release release, Records records) {
    boolean isThis =
        release.handoff().equals(Optional.of(words.handoff()))
            && release.generation() == words.generation()
            && Situation.out(release, records)
                .filter(out -> out.packet().version() == words.version())
                .isPresent();
    if (!isThis || !release.state().isOut()) {
      return Optional.of("stale");
    }
    if (isOrdered(release, words.purpose(), records)) {
      return Optional.of("ordered");
    }
    if (words.to() != 0 && !isGood(words, records)) {
      return Optional.of("unverified");
    }
    if (!isTrue(words, release, records)) {
      return Optional.of("untrue");
    }
    // As at the door: nobody gives an order for another, and the server alone asks for a return.
    if (words.purpose() == Purpose.REVERT || !order.by().equals(records.asker().person())) {
      return Optional.of("not-own");
    }
    if (words.purpose() != Purpose.EMERGENCY) {
      return Optional.empty();
    }
    if (!isIncidentLead(records)) {
      return Optional.of("no-role");
    }
    if (hasComeBack(release, records)) {
      return Optional.of("brought-back");
    }
    return isSigned(order, records) ? Optional.empty() : Optional.of("unsigned");
  }

  private static boolean isIncidentLead(Records records) {
    return records
        .asker()
        .byRole()
        .roles()
        .filter(its -> its.contains(Role.INCIDENT_LEAD))
        .isPresent();
  }

  /** People sign what an order says: what failed, and what comes back. */
  private static boolean isTrue(Words words, Release release, Records records) {
    boolean isFailed =
        words.failed().stream()
            .allMatch(
                check ->
                    release
                        .result(check)
                        .filter(one -> one.outcome() == CheckOutcome.FAILED)
                        .isPresent());
    // In an emergency nobody waits until both sides know the same.
    boolean isNewest =
        words.purpose() == Purpose.EMERGENCY
            || words.to() == Orders.comesBack(words.handoff(), words.version(), records);
    return isFailed && isNewest;
  }

  /** Whether people signed that it comes back after nobody stood behind an emergency. */
  private static boolean hasComeBack(Release release, Records records) {
    return records.naming(RollbackOrder.KIND.name(), RollbackOrder.RELEASE, release.id()).stream()
        .map(state -> RollbackOrder.from(state.id(), state.fields()))
        .anyMatch(
            order -> order.hasBroughtBack(id -> Cases.find(id, records).map(Approval::state)));
  }

  /** Whether people are asked already; an emergency does not wait for that. */
  private static boolean isOrdered(Release release, Purpose purpose, Records records) {
    return purpose == Purpose.ROLLBACK
        && Situation.out(release, records)
            .flatMap(Situation.Out::order)
            .filter(order -> !order.approval().state().isOver())
            .isPresent();
  }

  private static boolean isGood(Words words, Records records) {
    return Situation.of(words.handoff(), records).releases().stream()
        .anyMatch(out -> out.packet().version() == words.to() && out.release().isGood());
  }

  private static boolean isSigned(RollbackOrder order, Records records) {
    return OrderRule.isSigned(
        order,
        records.asker().person(),
        hint ->
            records
                .find(DeviceKey.idOf(hint))
                .filter(state -> state.kind().equals(DeviceKey.KIND.name()))
                .map(state -> DeviceKey.from(state.id(), state.fields())));
  }
}
