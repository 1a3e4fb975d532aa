package dev.throughline.server.sync;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a device that there is something to pull, as server-sent events. A lost hint does no harm.
 * Runs on the request's own virtual thread until one side leaves.
 */
@RestController
final class HintController {
  /** Shorter than what middle boxes give an idle connection. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private static final String STILL_HERE = ": still here\n\n";

  private final Hints hints;
  private final Workspaces workspaces;

  HintController(Hints hints, Workspaces workspaces) {
    this.hints = hints;
    this.workspaces = workspaces;
  }

  @GetMapping("/sync/v1/events")
  void events(HttpServletResponse response) {
    try (Hints.Seat _ = hints.takeSeat()) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      tell(response.getOutputStream());
    } catch (IOException _) {
      // The client left, or read too slowly; it comes back when it wants to know more.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(ServletOutputStream out) throws IOException, InterruptedException {
    long told = -1;
    while (hints.isRunning()) {
      long head = hints.awaitOtherThan(told, KEEP_ALIVE);
      String text = head == told ? STILL_HERE : event(head);
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      told = head;
    }
  }

  private String event(long head) {
    return "event: head\ndata: {\"workspace\":\"%s\",\"head\":%s}\n\n"
        .formatted(workspaces.served().workspace(), head);
  }
}
