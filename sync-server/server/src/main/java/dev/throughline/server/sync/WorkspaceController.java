package dev.throughline.server.sync;

import dev.throughline.model.access.Access;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Served;
import dev.throughline.server.people.Caller;
import dev.throughline.server.people.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the workspaces that whoever asks is in or invited to, and makes others. Whoever makes one
 * is the first person in it and has no access to any study there but what they found.
 */
@RestController
final class WorkspaceController {
  private final MessageBodies bodies;
  private final Workspaces workspaces;
  private final Callers callers;
  private final Askers askers;

  WorkspaceController(MessageBodies bodies, Workspaces workspaces, Callers callers, Askers askers) {
    this.bodies = bodies;
    this.workspaces = workspaces;
    this.callers = callers;
    this.askers = askers;
  }

  @GetMapping("/sync/v1/workspaces")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    askers.requireWelcome();
    return answering.with(WireFormat.WORKSPACE_LIST, list(callers.access()));
  }

  @PostMapping("/sync/v1/workspaces")
  ResponseEntity<byte[]> make(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    askers.requireWelcome();
    Access byRole = callers.access();
    Optional<Caller> caller = callers.current();
    NewWorkspace asked = bodies.read(request, WireFormat.NEW_WORKSPACE);
    if (byRole.write(Person.KIND.name()) instanceof Access.Decision.Refused) {
      throw new ProblemException(Problem.NO_ROLE, "Only key administrators make workspaces.");
    }
    if (workspaces.all().size() >= WorkspaceList.WORKSPACES_MAX) {
      throw new ProblemException(
          Problem.MALFORMED,
          "A server holds at most " + WorkspaceList.WORKSPACES_MAX + " workspaces.");
    }
    make(asked, caller);
    return answering.with(WireFormat.WORKSPACE_LIST, list(byRole));
  }

  /** Asked twice it makes one; also when the server stopped in between. */
  private void make(NewWorkspace asked, Optional<Caller> caller) {
    Optional<WorkspaceRuntime> made =
        workspaces.create(asked.id(), PlainText.clean(asked.name()).strip());
    WorkspaceRuntime one = made.orElseGet(() -> workspaces.of(asked.id()));
    boolean isUnfinished = one.core().isEmpty();
    if (isUnfinished) {
      caller.ifPresent(person -> askers.found(one, person));
    } else if (caller.isPresent() && !askers.isIn(one.id(), caller.get())) {
      throw Served.elsewhere();
    }
  }

  private WorkspaceList list(Access byRole) {
    Optional<Caller> caller = callers.current();
    return new WorkspaceList(
        workspaces.all().stream()
            .filter(one -> caller.map(person -> askers.isIn(one, person)).orElse(true))
            .map(one -> new WorkspaceList.Entry(one, workspaces.name(one)))
            .toList(),
        byRole.write(Person.KIND.name()) instanceof Access.Decision.Allowed);
  }
}
