package dev.throughline.server.http;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A problem as a document: application/problem+json with a stable code. */
public final class ProblemAnswer {
  /** What a client should wait after a passing problem, unless it waits longer by itself. */
  private static final String RETRY_AFTER_SECONDS = "2";

  private static final String MEDIA_TYPE = "application/problem+json";

  private ProblemAnswer() {}

  static ResponseEntity<byte[]> of(ProblemException problem) {
    return of(problem.problem(), problem.detail(), problem.members());
  }

  static ResponseEntity<byte[]> of(Problem problem, String detail) {
    return of(problem, detail, Map.of());
  }

  /** For filters, which answer before any controller is asked. */
  public static void write(HttpServletResponse response, Problem problem, String detail)
      throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MEDIA_TYPE);
    if (problem.isPassing() && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.getOutputStream().write(body(problem, detail, Map.of()));
  }

  private static ResponseEntity<byte[]> of(
      Problem problem, String detail, Map<String, Value> members) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    if (problem.isPassing()) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (problem == Problem.VERSION) {
      headers.set(HttpHeaders.UPGRADE, "throughline-sync/1");
    }
    if (problem == Problem.CONTENT_ENCODING) {
      headers.set(HttpHeaders.ACCEPT_ENCODING, MessageBodies.ZSTD);
    }
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .body(body(problem, detail, members));
  }

  private static byte[] body(Problem problem, String detail, Map<String, Value> members) {
    TreeMap<String, Value> document = new TreeMap<>(members);
    document.put("type", Value.text(problem.type()));
    document.put("title", Value.text(problem.title()));
    document.put("status", Value.whole(problem.status()));
    document.put("detail", Value.text(detail));
    document.put("code", Value.text(problem.code()));
    return WireFormat.VALUE.encode(new Value.Entries(document), Encoding.JSON);
  }
}
