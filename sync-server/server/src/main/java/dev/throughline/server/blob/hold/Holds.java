package dev.throughline.server.blob.hold;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.StoreAway;
import dev.throughline.server.log.Aftermath;
import dev.throughline.server.log.AuditNote;
import dev.throughline.server.sync.ServerDesk;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of a hold; each is a transaction with its audit event. */
@Component
public final class Holds {
  private static final Logger log = LoggerFactory.getLogger(Holds.class);

  private final ServerDesk desk;
  private final HoldRows rows;
  private final Holding holding;
  private final InstantSource clock;

  Holds(ServerDesk desk, HoldRows rows, Holding holding, InstantSource clock) {
    this.desk = desk;
    this.rows = rows;
    this.holding = holding;
    this.clock = clock;
  }

  /** What came of a step. */
  sealed interface Answer {
    record Done(Hold hold, boolean isFresh) implements Answer {}

    /** A sentence says why not. */
    record Refused(String why) implements Answer {}

    record Unknown() implements Answer {}
  }

  /** Sets a hold, once under its id; it counts when another person has confirmed it. */
  Answer propose(WorkspaceId workspace, Hold wanted) {
    return desk.act(
        workspace,
        records -> {
          boolean isFresh = rows.add(workspace, wanted);
          Hold hold = rows.find(workspace, wanted.id()).orElseThrow();
          if (!isFresh && !isSame(hold, wanted)) {
            return new Answer.Refused("this key was used for another hold");
          }
          if (isFresh) {
            note(records, "hold.proposed", hold, wanted.proposed().person());
          }
          return new Answer.Done(hold, isFresh);
        });
  }

  private static boolean isSame(Hold hold, Hold wanted) {
    return hold.matter().equals(wanted.matter())
        && hold.reason().equals(wanted.reason())
        && hold.scope() == wanted.scope()
        && hold.scopeId().equals(wanted.scopeId());
  }

  /** Another person stands behind a hold: from now on it counts. */
  Answer confirm(WorkspaceId workspace, UUID id, RecordId person, Optional<BlobStore> store) {
    Answer answer =
        step(
            workspace,
            id,
            (hold, records) -> {
              if (hold.state().counts()) {
                return Optional.empty();
              }
              if (hold.state() != Hold.State.PROPOSED) {
                return Optional.of("it is over; set a new one");
              }
              if (hold.proposed().person().equals(person)) {
                return Optional.of("it takes another person than the one who set it");
              }
              holding.lock(workspace);
              rows.step(workspace, id, Hold.State.ACTIVE, "confirmed", now(person));
              rows.cover(workspace, clock.instant());
              note(records, "hold.confirmed", hold, person);
              return Optional.empty();
            });
    store.ifPresent(its -> apply(workspace, its));
    return answer;
  }

  /** A hold that nobody confirmed is taken back, by whoever set it or another. */
  Answer withdraw(WorkspaceId workspace, UUID id, RecordId person) {
    return step(
        workspace,
        id,
        (hold, records) -> {
          if (hold.state() == Hold.State.WITHDRAWN) {
            return Optional.empty();
          }
          if (hold.state() != Hold.State.PROPOSED) {
            return Optional.of("it was confirmed; it ends when two people release it");
          }
          rows.state(workspace, id, Hold.State.WITHDRAWN);
          note(records, "hold.withdrawn", hold, person);
          return Optional.empty();
        });
  }

  /** The first person asks for the end of a hold, another one ends it. */
  Answer release(WorkspaceId workspace, UUID id, RecordId person, Optional<BlobStore> store) {
    Answer answer =
        step(
            workspace,
            id,
            (hold, records) ->
                switch (hold.state()) {
                  case PROPOSED, WITHDRAWN -> Optional.of("it never counted");
                  case RELEASED -> Optional.empty();
                  case ACTIVE -> {
                    rows.step(workspace, id, Hold.State.RELEASING, "release", now(person));
                    note(records, "hold.release.asked", hold, person);
                    yield Optional.empty();
                  }
                  case RELEASING -> {
                    if (hold.release().orElseThrow().person().equals(person)) {
                      yield Optional.of("it takes another person than the one who asked for it");
                    }
                    holding.lock(workspace);
                    rows.cover(workspace, clock.instant());
                    rows.step(workspace, id, Hold.State.RELEASED, "released", now(person));
                    note(records, "hold.released", hold, person);
                    yield Optional.empty();
                  }
                });
    if (answer instanceof Answer.Done(Hold hold, boolean _)
        && hold.state() == Hold.State.RELEASED) {
      store.ifPresent(its -> lift(workspace, id, its));
    }
    return answer;
  }

  private interface Step {
    /** Why it may not be taken; empty when it was, or had been. */
    Optional<String> take(Hold hold, Aftermath.Records records);
  }

  private Answer step(WorkspaceId workspace, UUID id, Step step) {
    return desk.act(
        workspace,
        records -> {
          Optional<Hold> hold = rows.find(workspace, id);
          if (hold.isEmpty()) {
            return new Answer.Unknown();
          }
          return step.take(hold.get(), records)
              .<Answer>map(Answer.Refused::new)
              .orElseGet(() -> new Answer.Done(rows.find(workspace, id).orElseThrow(), false));
        });
  }

  private Hold.Step now(RecordId person) {
    return new Hold.Step(person, clock.instant());
  }

  List<Hold> page(WorkspaceId workspace, UUID after, int countMax) {
    return desk.inTransaction(workspace, () -> rows.page(workspace, after, countMax));
  }

  Optional<Hold> find(WorkspaceId workspace, UUID id) {
    return desk.inTransaction(workspace, () -> rows.find(workspace, id));
  }

  /** Has the store hold what the register covers. */
  private void apply(WorkspaceId workspace, BlobStore store) {
    List<HoldRows.Covered> all = desk.inTransaction(workspace, () -> rows.held(workspace));
    Optional<StoreAway> away = Optional.empty();
    int held = 0;
    for (HoldRows.Covered covered : all) {
      try {
        store.hold(covered.version(), true);
        held++;
      } catch (StoreAway e) {
        // The others are held all the same; rounds go on with this one, and tell of it.
        log.error("SRV-58 blob {} is on hold and the store did not take it.", covered.id());
        away = Optional.of(e);
      }
    }
    if (held == 0 && away.isPresent()) {
      throw away.get();
    }
  }

  /** Has the store let go of what this hold covered and no other does. */
  private void lift(WorkspaceId workspace, UUID hold, BlobStore store) {
    desk.inTransaction(
        workspace,
        () -> {
          holding.lock(workspace);
          List<UUID> its = rows.of(workspace, hold);
          rows.all(workspace).stream()
              .filter(covered -> its.contains(covered.id()) && !covered.isHeld())
              .forEach(covered -> store.hold(covered.version(), false));
          return true;
        });
  }

  private static void note(Aftermath.Records records, String type, Hold hold, RecordId person) {
    records.audit(
        new AuditNote(
            type,
            AuditNote.SUCCESS,
            hold.scope().wireName(),
            "hold",
            new RecordId(hold.id()),
            Map.of("by", person.toString(), "scope", hold.scopeId().toString())));
  }
}
