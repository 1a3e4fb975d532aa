package dev.throughline.trials.handoff;

import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.trials.Hands;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What became of the versions of a handoff, as a desktop gets to know it. */
final class Releases {
  private static final int LOOKS = 100;

  private final Team team;
  private final Colleague manager;
  private final RecordId handoff;

  Releases(Team team, RecordId handoff) {
    this.team = team;
    this.manager = team.of(Member.PRODUCT_MANAGER);
    this.handoff = handoff;
  }

  Release now(long version) {
    RecordId id = Release.idOf(Packet.idOf(handoff, version));
    return Release.from(id, manager.fields(id));
  }

  /** Whether the server has told of it. */
  boolean isThere(long version) {
    return !manager.fields(Release.idOf(Packet.idOf(handoff, version))).isEmpty();
  }

  Release await(long version, ReleaseState state) {
    return await(
        version,
        "version " + version + " is " + state.wireName(),
        release -> release.state() == state);
  }

  /** Pulls until it holds; the failure says where the release stood at last. */
  Release await(long version, String what, Predicate<Release> holds) {
    return look(version, what, holds, () -> {});
  }

  /** Lets time pass, and again as much, should a timer be set only meanwhile. */
  Release awaitPassing(Duration time, long version, String what, Predicate<Release> holds) {
    team.pass(time);
    AtomicInteger looks = new AtomicInteger();
    return look(
        version,
        what,
        holds,
        () -> {
          if (looks.incrementAndGet() % LOOKS == 0) {
            team.pass(time);
          }
        });
  }

  private Release look(long version, String what, Predicate<Release> holds, Runnable meanwhile) {
    int before = team.revivals();
    try {
      Hands.await(
          what,
          () -> {
            manager.sync();
            boolean isSo = isThere(version) && holds.test(now(version));
            if (!isSo) {
              meanwhile.run();
            }
            return isSo;
          });
    } catch (IllegalStateException e) {
      if (team.revivals() > before) {
        // Starting a server again took its time, which is not that of the release.
        return look(version, what, holds, meanwhile);
      }
      throw new IllegalStateException(e.getMessage() + "; it stands at " + standing(version), e);
    }
    return now(version);
  }

  private String standing(long version) {
    Release release = now(version);
    return isThere(version)
        ? release.state().wireName() + ", waiting for " + release.waits()
        : "nothing: it did not go out";
  }

  /** Somebody says what came out of a check. */
  void report(Member who, long version, RecordId check, CheckOutcome outcome) {
    Colleague reporter = team.of(who);
    reporter.sync();
    Release release = now(version);
    CheckResult result =
        new CheckResult(
            CheckResult.idOf(release.id(), release.generation(), check),
            Optional.of(release.id()),
            Optional.of(check),
            release.generation(),
            outcome,
            "47",
            Optional.of(reporter.person()));
    reporter.set(CheckResult.KIND, result.id(), result.toFields());
    reporter.sync();
  }

  /** What the order of a release says. */
  RollbackOrder.Words words(RecordId order) {
    return RollbackOrder.from(order, manager.fields(order)).words().orElseThrow();
  }

  /** An incident lead takes a version back alone, under their own signature. */
  RecordId orderEmergency(long version) throws GeneralSecurityException {
    Colleague lead = team.of(Member.INCIDENT_LEAD);
    lead.sync();
    RecordId id = Release.idOf(Packet.idOf(handoff, version));
    Release release = Release.from(id, lead.fields(id));
    RollbackOrder.Words words =
        new RollbackOrder.Words(
            handoff,
            id,
            release.generation(),
            version,
            Purpose.EMERGENCY,
            1,
            0,
            "It loses bookings.",
            List.of());
    RollbackOrder order =
        RollbackOrder.of(
            words,
            lead.key().sealed(RollbackOrder.PAYLOAD_TYPE, words.bytes()),
            Optional.of(lead.person()),
            lead.desk().clock().millis());
    lead.set(RollbackOrder.KIND, order.id(), order.toFields());
    lead.sync();
    return order.id();
  }
}
