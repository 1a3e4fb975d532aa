package dev.throughline.server.sync;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.people.Caller;
import dev.throughline.server.people.Callers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the person a request comes from among the records, and writes them down at first. */
@Component
final class Askers {
  private final Callers callers;
  private final ChangeLog log;
  private final Workspaces workspaces;
  private final JdbcClient sql;
  private final ServerHand hand;

  /** Whom a subject stands for never changes. */
  private final Map<String, RecordId> met = new ConcurrentHashMap<>();

  Askers(Callers callers, ChangeLog log, Workspaces workspaces, JdbcClient sql, ServerHand hand) {
    this.callers = callers;
    this.log = log;
    this.workspaces = workspaces;
    this.sql = sql;
    this.hand = hand;
  }

  /**
   * Who asks. One who never greeted this server has no grants of their own yet.
   *
   * @throws dev.throughline.server.http.ProblemException when the person has no role here
   */
  Asker current() {
    var byRole = callers.access();
    return callers.current().map(caller -> new Asker(byRole, known(caller))).orElse(Asker.ANYBODY);
  }

  /** Who greets; whoever does so for the first time, or under another name, is written down. */
  Asker greeting() {
    var byRole = callers.access();
    return callers
        .current()
        .map(caller -> new Asker(byRole, Optional.of(welcome(caller, names(byRole)))))
        .orElse(Asker.ANYBODY);
  }

  private Optional<RecordId> known(Caller caller) {
    RecordId before = met.get(caller.subject());
    if (before != null) {
      return Optional.of(before);
    }
    Optional<RecordId> found = find("fields ->> 'subject' = ?", caller.subject()).map(Found::id);
    found.ifPresent(id -> met.put(caller.subject(), id));
    return found;
  }

  private record Found(RecordId id, Person person) {
    boolean is(Caller caller, Set<String> roles) {
      return person.subject().equals(caller.subject())
          && person.name().equals(caller.name())
          && person.login().equals(caller.login())
          && person.roles().equals(roles);
    }
  }

  private Optional<Found> find(String condition, String value) {
    return log.inTransaction(
        workspaces.served().workspace(),
        () ->
            sql.sql(
                    """
                    select record_id, fields from sync.record_state
                     where workspace_id = ? and kind = 'person' and %s
                     order by record_id limit 1
                    """
                        .formatted(condition))
                .param(workspaces.served().workspace().value())
                .param(value)
                .query(
                    (row, _) ->
                        found(
                            new RecordId(row.getObject("record_id", UUID.class)),
                            row.getString("fields")))
                .optional());
  }

  private static Found found(RecordId id, String fields) {
    return new Found(id, Person.from(id, StateJson.fields(fields)));
  }

  /** Somebody who was invited by their login becomes that record, once. */
  private RecordId welcome(Caller caller, Set<String> roles) {
    Optional<Found> found =
        find("fields ->> 'subject' = ?", caller.subject())
            .or(
                () ->
                    caller.login().isEmpty()
                        ? Optional.empty()
                        : find(
                            "fields ->> 'subject' is null and trash is null"
                                + " and lower(fields ->> 'login') = lower(?)",
                            caller.login()));
    RecordId id = found.map(Found::id).orElseGet(() -> Person.idOf(caller.subject()));
    if (found.filter(it -> it.is(caller, roles)).isEmpty()) {
      Outcome written = hand.write(id, Person.KIND.name(), fields(caller, roles));
      if (written instanceof Outcome.Parked) {
        // Somebody used the id for something else.
        throw new ProblemException(
            Problem.NO_ROLE, "The server cannot write your account down; tell whoever runs it.");
      }
    }
    met.put(caller.subject(), id);
    return id;
  }

  private static Set<String> names(Access byRole) {
    return byRole.roles().orElseThrow().stream().map(Role::wireName).collect(Collectors.toSet());
  }

  private static Map<String, Value> fields(Caller caller, Set<String> roles) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Person.SUBJECT, Value.text(caller.subject()));
    fields.put(Person.NAME, Value.text(caller.name()));
    fields.put(Person.LOGIN, Value.text(caller.login()));
    fields.put(Person.ROLES, FieldType.Texts.of(roles));
    return fields;
  }
}
