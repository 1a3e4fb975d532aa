package dev.throughline.server.sync;

import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a device what it has not seen yet. */
@RestController
final class PullController {
  private final SyncMetrics metrics;
  private final Askers askers;

  PullController(SyncMetrics metrics, Askers askers) {
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
    Askers.Entered entered = askers.enter(Asked.workspace(workspace));
    long from = Asked.number("after", after, 0, Long.MAX_VALUE);
    PullAnswer answer = entered.workspace().core().pull(from, chain, standing, entered.asker());
    metrics.pulled(answer);
    return answering.with(WireFormat.PULL_ANSWER, answer);
  }
}
