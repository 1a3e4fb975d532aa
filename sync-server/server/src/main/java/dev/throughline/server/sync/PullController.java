package dev.throughline.server.sync;

import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.log.Asker;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a device what it has not seen yet. */
@RestController
final class PullController {
  private final Workspaces workspaces;
  private final SyncMetrics metrics;
  private final Askers askers;

  PullController(Workspaces workspaces, SyncMetrics metrics, Askers askers) {
    this.workspaces = workspaces;
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
    WorkspaceRuntime from = workspaces.of(Asked.workspace(workspace));
    Asker asker = askers.current(from);
    PullAnswer answer =
        from.core().pull(Asked.number("after", after, 0, Long.MAX_VALUE), chain, standing, asker);
    metrics.pulled(answer);
    return answering.with(WireFormat.PULL_ANSWER, answer);
  }
}
