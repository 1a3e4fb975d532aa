package dev.throughline.server.blob;

import dev.throughline.server.blob.store.StoreAway;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says that the store is away; comes before the advice that knows nothing of it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BlobAdvice {
  private static final Logger log = LoggerFactory.getLogger(BlobAdvice.class);

  @ExceptionHandler
  void storeAway(StoreAway e, HttpServletResponse response) throws IOException {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    log.warn("{} {}", Problem.STORE_AWAY.code(), cause.getClass().getSimpleName());
    if (!response.isCommitted()) {
      ProblemAnswer.write(
          response,
          Problem.STORE_AWAY,
          "Nothing is lost; what was sent and acknowledged is there. Send this again in a moment.");
    }
  }
}
