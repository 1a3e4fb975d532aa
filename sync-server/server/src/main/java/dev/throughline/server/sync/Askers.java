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

  /**
   * Who asks. One who never greeted the first workspace has no grants of their own there yet.
   *
   * @throws ProblemException when the person has no role here, is not in the workspace, or comes by
   *     a device that was signed out
   */
  Asker current(WorkspaceRuntime workspace) {
    Access byRole = callers.access();
    Optional<Caller> caller = callers.current();
    if (caller.isEmpty()) {
      return Asker.ANYBODY;
    }
    devices.requireSession(caller.get());
    Optional<RecordId> person = known(workspace, caller.get());
    if (person.isEmpty() && !workspaces.isFirst(workspace)) {
      throw Served.elsewhere();
    }
    return new Asker(byRole, person);
  }

  /**
   * Who greets; whoever does so for the first time, or under another name, is written down.
   *
   * @throws ProblemException as {@link #current} does
   */
  Asker greeting(WorkspaceRuntime workspace) {
    Access byRole = callers.access();
    Optional<Caller> caller = callers.current();
    if (caller.isEmpty()) {
      return Asker.ANYBODY;
    }
    devices.requireSession(caller.get());
    RecordId person =
        welcome(workspace, caller.get(), names(byRole)).orElseThrow(Served::elsewhere);
    return new Asker(byRole, Optional.of(person));
  }

  /** Whether whoever asks is in a workspace or invited to it, and was not removed. */
  boolean isIn(WorkspaceRuntime workspace, Caller caller) {
    Optional<Members.Found> found = members.bySubject(workspace.id(), caller.subject());
    return found.isPresent()
        ? !found.get().isRemoved()
        : workspaces.isFirst(workspace)
            || members.invited(workspace.id(), caller.login()).isPresent();
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
    if (found.isEmpty() && !workspaces.isFirst(workspace)) {
      return Optional.empty();
    }
    RecordId id = found.map(Members.Found::id).orElseGet(() -> Person.idOf(caller.subject()));
    boolean isWritten =
        found.filter(it -> it.isRemoved() || is(it.person(), caller, roles)).isPresent();
    if (!isWritten) {
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
