package dev.throughline.server.sync;

import dev.throughline.model.sync.Push;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.Delivery;
import dev.throughline.server.log.Versions;
import dev.throughline.server.people.Callers;
import dev.throughline.server.people.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a device's unsent operations. */
@RestController
final class PushController {
  /** Pushes under way, each of which may hold a whole message in memory. */
  static final int PUSHES_MAX = 64;

  /** Of these, of one person's devices. */
  private static final int OF_ONE_MAX = 16;

  private final Places places =
      new Places(PUSHES_MAX, OF_ONE_MAX, "Nothing of this push was read; send it again.");
  private final MessageBodies bodies;
  private final SyncMetrics metrics;
  private final Callers callers;
  private final Askers askers;
  private final Devices devices;

  PushController(
      MessageBodies bodies, SyncMetrics metrics, Callers callers, Askers askers, Devices devices) {
    this.bodies = bodies;
    this.devices = devices;
    this.metrics = metrics;
    this.callers = callers;
    this.askers = askers;
  }

  @PostMapping("/sync/v1/push")
  ResponseEntity<byte[]> push(HttpServletRequest request) {
    return metrics.timed(() -> withPlace(request));
  }

  private ResponseEntity<byte[]> withPlace(HttpServletRequest request) {
    try (Places.Place _ = places.take(callers.current())) {
      Answering answering = Answering.to(request);
      callers.access();
      Push push = callers.named(bodies.read(request, WireFormat.PUSH));
      Versions.require(push.version());
      Askers.Entered entered = askers.enter(Optional.of(push.workspace()));
      WorkspaceRuntime into = entered.workspace();
      Asker asker = entered.asker();
      devices.require(into.id(), push.device(), callers.current(), asker.person());
      return answering.with(WireFormat.PUSH_ANSWER, into.intake().take(new Delivery(push, asker)));
    }
  }
}
