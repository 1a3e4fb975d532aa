package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.PushRules;
import dev.throughline.server.log.Versions;
import dev.throughline.server.people.Callers;
import dev.throughline.server.people.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what a device had not sent yet when its person lost access to a study, and keeps it for the
 * owners of the study. Nothing of it is in any record before one of them accepts it. Sent twice it
 * is kept once.
 */
@RestController
final class RescueController {
  /** Rescues under way, each of which may hold a whole message in memory. */
  private static final int RESCUES_MAX = 8;

  private final Places places =
      new Places(RESCUES_MAX, 2, "Nothing of this was read; send it again.");
  private final MessageBodies bodies;
  private final Devices devices;
  private final Callers callers;
  private final Askers askers;
  private final InstantSource clock;

  RescueController(
      MessageBodies bodies, Devices devices, Callers callers, Askers askers, InstantSource clock) {
    this.bodies = bodies;
    this.devices = devices;
    this.callers = callers;
    this.askers = askers;
    this.clock = clock;
  }

  @PostMapping("/sync/v1/rescue")
  ResponseEntity<byte[]> rescue(HttpServletRequest request, @RequestParam Optional<String> study) {
    try (Places.Place _ = places.take(callers.current())) {
      return withPlace(request, study);
    }
  }

  private ResponseEntity<byte[]> withPlace(HttpServletRequest request, Optional<String> study) {
    Answering answering = Answering.to(request);
    callers.access();
    Push push = callers.named(bodies.read(request, WireFormat.PUSH));
    Versions.require(push.version());
    Askers.Entered entered = askers.enter(Optional.of(push.workspace()));
    WorkspaceRuntime into = entered.workspace();
    devices.require(into.id(), push.device(), callers.current(), entered.asker().person());
    PushRules.require(push);
    if (push.ops().isEmpty()) {
      throw new ProblemException(Problem.PUSH_INVALID, "There is nothing to rescue.");
    }
    RecordId of = Asked.id("study", study.orElse(""), RecordId::of);
    List<OpOutcome> outcomes = into.rescues().keep(of, push, entered.asker(), clock.millis());
    return answering.with(WireFormat.PUSH_ANSWER, new PushAnswer(outcomes, 0));
  }
}
