package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.SyncCore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a device what it has not seen yet. */
@RestController
final class PullController {
  private final SyncCore core;
  private final SyncMetrics metrics;
  private final Askers askers;

  PullController(SyncCore core, SyncMetrics metrics, Askers askers) {
    this.core = core;
    this.metrics = metrics;
    this.askers = askers;
  }

  @GetMapping("/sync/v1/pull")
  ResponseEntity<byte[]> pull(
      HttpServletRequest request,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam Optional<String> workspace,
      @RequestParam Optional<String> chain,
      @RequestParam Optional<String> standing) {
    Answering answering = Answering.to(request);
    Asker asker = askers.current();
    workspace.ifPresent(id -> core.require(workspaceId(id)));
    PullAnswer answer = core.pull(number(after), chain, standing, asker);
    metrics.pulled(answer);
    return answering.with(WireFormat.PULL_ANSWER, answer);
  }

  private static long number(String after) {
    try {
      long number = Long.parseLong(after);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Answered below, like a negative number.
    }
    throw new ProblemException(Problem.MALFORMED, "after must be a whole number from 0 up.");
  }

  private static WorkspaceId workspaceId(String id) {
    try {
      return WorkspaceId.of(id);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(Problem.MALFORMED, "workspace must be an id.");
    }
  }
}
