package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.log.Asker;
import dev.throughline.server.people.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a session: agrees on a version, and on a common past. */
@RestController
final class HelloController {
  private final MessageBodies bodies;
  private final Callers callers;
  private final Askers askers;
  private final Devices devices;
  private final KernelNeeds kernel;

  HelloController(
      MessageBodies bodies, Callers callers, Askers askers, Devices devices, KernelNeeds kernel) {
    this.kernel = kernel;
    this.bodies = bodies;
    this.callers = callers;
    this.askers = askers;
    this.devices = devices;
  }

  @PostMapping("/sync/v1/hello")
  ResponseEntity<byte[]> hello(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    callers.access();
    Hello hello = callers.named(bodies.read(request, WireFormat.HELLO));
    Askers.Entered entered = askers.greet(meant(hello));
    WorkspaceRuntime workspace = entered.workspace();
    Asker asker = entered.asker();
    devices.require(workspace.id(), hello.device(), callers.current(), asker.person());
    Welcome welcome =
        devices.greeted(
            workspace.id(),
            hello,
            callers.current(),
            asker.person(),
            () -> workspace.core().hello(hello, asker).saying(kernel.approvals()));
    return answering.with(WireFormat.WELCOME, welcome);
  }

  /** Whoever pulled from a workspace before means that one. */
  private static Optional<WorkspaceId> meant(Hello hello) {
    return hello.workspace().or(() -> hello.cursor().map(Cursor::workspace));
  }
}
