package dev.throughline.server.sync;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.Served;
import dev.throughline.server.people.Caller;
import dev.throughline.server.people.Callers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the person a request comes from among the records of a workspace, and writes them down when
 * they first greet it: in the first workspace everybody with a role, in another whoever was invited
 * there.
 */
@Component
final class Askers {
  private final Callers callers;
  private final Workspaces workspaces;
  private final Members members;
  private final Devices devices;

  /** Whom a subject stands for in a workspace never changes. */
  private final Map<Known, RecordId> met = new ConcurrentHashMap<>();

  private record Known(WorkspaceId workspace, String subject) {}

  Askers(Callers callers, Workspaces workspaces, Members members, Devices devices) {
    this.callers = callers;
    this.workspaces = workspaces;
    this.members = members;
    this.devices = devices;
  }

  /** Whoever asks, in the workspace they ask for. */
  record Entered(WorkspaceRuntime workspace, Asker asker) {}

  /**
   * Lets whoever asks into a workspace, or into the first when none is named. One who never greeted
   * the first has no grants of their own there yet.
   *
   * @throws ProblemException when the person has no role here, comes by a session that was ended,
   *     or is not in the workspace; in this order, so that nobody learns which workspaces there are
   */
  Entered enter(Optional<WorkspaceId> id) {
    requireWelcome();
    WorkspaceRuntime workspace = workspaces.of(id);
    return new Entered(workspace, current(workspace));
  }

  /**
   * Lets whoever greets in; whoever does so for the first time, or under another name, is written
   * down.
   *
   * @throws ProblemException as {@link #enter} does
   */
  Entered greet(Optional<WorkspaceId> id) {
    requireWelcome();
    WorkspaceRuntime workspace = workspaces.of(id);
    Access byRole = callers.access();
    Asker asker =
        callers
            .current()
            .map(
                caller ->
                    new Asker(
                        byRole,
                        Optional.of(
                            welcome(workspace, caller, names(byRole))
                                .orElseThrow(Served::elsewhere))))
            .orElse(Asker.ANYBODY);
    return new Entered(workspace, asker);
  }

  /**
   * Refuses whoever has no role here, or comes by a session that was ended.
   *
   * @throws ProblemException when that is so
   */
  void requireWelcome() {
    callers.access();
    callers.current().ifPresent(devices::requireSession);
  }

  /** Whether whoever entered a workspace may still be there. */
  boolean isStillIn(WorkspaceRuntime workspace) {
    requireWelcome();
    return !workspace.core().isRemoved(current(workspace));
  }

  private Asker current(WorkspaceRuntime workspace) {
    Access byRole = callers.access();
    Optional<Caller> caller = callers.current();
    if (caller.isEmpty()) {
      return Asker.ANYBODY;
    }
    Optional<RecordId> person = known(workspace, caller.get());
    if (person.isEmpty() && !workspaces.isFirst(workspace.id())) {
      throw Served.elsewhere();
    }
    return new Asker(byRole, person);
  }

  /** Whether whoever asks is in a workspace or invited to it, and was not removed. */
  boolean isIn(WorkspaceId workspace, Caller caller) {
    return members
        .bySubject(workspace, caller.subject())
        .or(() -> members.invited(workspace, caller.login()))
        .map(found -> !found.isRemoved())
        .orElseGet(() -> workspaces.isFirst(workspace));
  }

  /** Writes whoever made a workspace down in it. */
  void found(WorkspaceRuntime workspace, Caller caller) {
    write(workspace, Person.idOf(caller.subject()), caller, names(callers.access()));
  }

  private Optional<RecordId> known(WorkspaceRuntime workspace, Caller caller) {
    Known key = new Known(workspace.id(), caller.subject());
    RecordId before = met.get(key);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<RecordId> found =
        members.bySubject(workspace.id(), caller.subject()).map(Members.Found::id);
    found.ifPresent(id -> met.put(key, id));
    return found;
  }

  /** Somebody who was invited by their login becomes that record, once. */
  private Optional<RecordId> welcome(WorkspaceRuntime workspace, Caller caller, Set<String> roles) {
    Optional<Members.Found> found =
        members
            .bySubject(workspace.id(), caller.subject())
            .or(() -> members.invited(workspace.id(), caller.login()));
    if (found.isEmpty() && !workspaces.isFirst(workspace.id())) {
      return Optional.empty();
    }
    RecordId id = found.map(Members.Found::id).orElseGet(() -> Person.idOf(caller.subject()));
    if (found.filter(it -> is(it.person(), caller, roles)).isEmpty()) {
      // It stays in the trash if it is there.
      write(workspace, id, caller, roles);
    }
    met.put(new Known(workspace.id(), caller.subject()), id);
    return Optional.of(id);
  }

  private static boolean is(Person person, Caller caller, Set<String> roles) {
    return person.subject().equals(caller.subject())
        && person.name().equals(caller.name())
        && person.login().equals(caller.login())
        && person.roles().equals(roles);
  }

  private static void write(
      WorkspaceRuntime workspace, RecordId id, Caller caller, Set<String> roles) {
    Outcome written = workspace.hand().write(id, Person.KIND.name(), fields(caller, roles));
    if (written instanceof Outcome.Parked) {
      // Somebody used the id for something else.
      throw new ProblemException(
          Problem.NO_ROLE, "The server cannot write your account down; tell whoever runs it.");
    }
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
