package dev.throughline.server.sync;

import dev.throughline.model.sync.Push;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a device's unsent operations. */
@RestController
final class PushController {
  private final MessageBodies bodies;
  private final ChangeIntake intake;
  private final SyncMetrics metrics;

  PushController(MessageBodies bodies, ChangeIntake intake, SyncMetrics metrics) {
    this.bodies = bodies;
    this.intake = intake;
    this.metrics = metrics;
  }

  @PostMapping("/sync/v1/push")
  ResponseEntity<byte[]> push(HttpServletRequest request) {
    return metrics.timed(
        () -> {
          Answering answering = Answering.to(request);
          Push push = bodies.read(request, WireFormat.PUSH);
          Versions.require(push.version());
          return answering.with(WireFormat.PUSH_ANSWER, intake.take(push));
        });
  }
}
