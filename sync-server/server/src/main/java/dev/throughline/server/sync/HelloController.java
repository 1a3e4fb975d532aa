package dev.throughline.server.sync;

import dev.throughline.model.sync.Hello;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.log.SyncCore;
import dev.throughline.server.people.Callers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a session: agrees on a version, and on a common past. */
@RestController
final class HelloController {
  private final MessageBodies bodies;
  private final SyncCore core;
  private final Callers callers;
  private final Askers askers;

  HelloController(MessageBodies bodies, SyncCore core, Callers callers, Askers askers) {
    this.bodies = bodies;
    this.core = core;
    this.callers = callers;
    this.askers = askers;
  }

  @PostMapping("/sync/v1/hello")
  ResponseEntity<byte[]> hello(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    callers.access();
    Hello hello = callers.named(bodies.read(request, WireFormat.HELLO));
    return answering.with(WireFormat.WELCOME, core.hello(hello, askers.greeting()));
  }
}
