package dev.throughline.server.sync;

import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Callers;
import dev.throughline.server.people.Places;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a device that there is something to pull, as server-sent events. A lost hint does no harm.
 * Runs on the request's own virtual thread until one side leaves or the token is over.
 */
@RestController
final class HintController {
  /** Shorter than what middle boxes give an idle connection. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private static final String STILL_HERE = ": still here\n\n";

  private final Hints hints;
  private final Callers callers;
  private final Askers askers;
  private final InstantSource clock;

  HintController(Hints hints, Callers callers, Askers askers, InstantSource clock) {
    this.hints = hints;
    this.callers = callers;
    this.askers = askers;
    this.clock = clock;
  }

  @GetMapping("/sync/v1/events")
  void events(HttpServletResponse response, @RequestParam Optional<String> workspace) {
    WorkspaceRuntime of = askers.enter(Asked.workspace(workspace)).workspace();
    Instant end = callers.until();
    try (Places.Place _ = hints.takeSeat(callers.current())) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      tell(response.getOutputStream(), of, end);
    } catch (IOException _) {
      // The client left, or read too slowly; it comes back when it wants to know more.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever is removed meanwhile, or signed out from elsewhere, hears nothing more. */
  private void tell(ServletOutputStream out, WorkspaceRuntime of, Instant end)
      throws IOException, InterruptedException {
    long told = -1;
    while (hints.isRunning()) {
      Duration left = Duration.between(clock.instant(), end);
      if (!left.isPositive()) {
        return;
      }
      Duration wait = left.compareTo(KEEP_ALIVE) < 0 ? left : KEEP_ALIVE;
      long head = hints.awaitOtherThan(of.id(), told, wait);
      if (!isWelcome(of)) {
        return;
      }
      String text = head == told ? STILL_HERE : event(of, head);
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      told = head;
    }
  }

  private boolean isWelcome(WorkspaceRuntime of) {
    try {
      return askers.isStillIn(of);
    } catch (ProblemException | DataAccessException | TransactionException _) {
      return false;
    }
  }

  private static String event(WorkspaceRuntime of, long head) {
    return "event: head\ndata: {\"workspace\":\"%s\",\"head\":%s}\n\n".formatted(of.id(), head);
  }
}
