package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Stamp;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody may see a study, or could once: only they can have work on it that they had not
 * sent. In a transaction.
 */
final class FormerAccess {
  private final LogStore log;
  private final WorkspaceId workspace;

  FormerAccess(LogStore log, WorkspaceId workspace) {
    this.log = log;
    this.workspace = workspace;
  }

  /** Where nobody signs in, everybody could. */
  boolean isThere(Asker asker, RecordId study) {
    if (asker.person().isEmpty()) {
      return true;
    }
    Optional<RecordId> person = asker.person();
    Optional<RecordId> of = Optional.of(study);
    List<RecordId> grants =
        List.of(
            Grant.idOf(person, of),
            Grant.idOf(person, Optional.empty()),
            Grant.idOf(Optional.empty(), of),
            Grant.idOf(Optional.empty(), Optional.empty()));
    long came = came(person.get());
    return log.states(workspace, grants).values().stream().anyMatch(grant -> reaches(grant, came));
  }

  /** The entry with which the server first wrote down who the person is. */
  private long came(RecordId person) {
    RecordState state = log.states(workspace, List.of(person)).get(person);
    return state == null ? Long.MAX_VALUE : written(state, Person.SUBJECT);
  }

  private static long written(RecordState state, String field) {
    return Optional.ofNullable(state.stamps().get(field)).map(Stamp::seq).orElse(0L);
  }

  /** As it is now, as it was before that, and as it was when the person came. */
  private boolean reaches(RecordState grant, long came) {
    Value now = grant.fields().getOrDefault(Grant.LEVEL, Value.NOTHING);
    long before = written(grant, Grant.LEVEL) - 1;
    return isSome(now) || (before >= came && isSome(at(grant, before))) || isSome(at(grant, came));
  }

  private Value at(RecordState grant, long seq) {
    return log.valueAt(workspace, grant.id(), Grant.LEVEL, seq).orElse(Value.NOTHING);
  }

  private static boolean isSome(Value level) {
    return level instanceof Value.Text(String name) && Level.of(name) != Level.NONE;
  }
}
