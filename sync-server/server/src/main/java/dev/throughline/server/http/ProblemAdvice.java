package dev.throughline.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns whatever ends a request into a problem document. Messages of unexpected exceptions stay out
 * of both answer and log, because they may quote what a person wrote.
 */
@RestControllerAdvice
final class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final int INCIDENT_BYTES = 4;

  /** Spring has no name for it. */
  private static final String LOCK_TIMEOUT = "55P03";

  private final RandomGenerator random;

  ProblemAdvice(RandomGenerator random) {
    this.random = random;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(ProblemException problem) {
    return ProblemAnswer.of(problem);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unknownRoute(NoResourceFoundException e) {
    return ProblemAnswer.of(Problem.NOT_FOUND, "Check the address; /openapi.yaml lists them all.");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(HttpRequestMethodNotSupportedException e) {
    String allowed =
        String.join(
            ", ",
            e.getSupportedHttpMethods() == null
                ? java.util.List.of()
                : e.getSupportedHttpMethods().stream().map(String::valueOf).sorted().toList());
    ResponseEntity<byte[]> answer = ProblemAnswer.of(Problem.METHOD, "Use " + allowed + ".");
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.ALLOW, allowed)
        .body(answer.getBody());
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    RecoverableDataAccessException.class,
    NonTransientDataAccessResourceException.class,
    TransactionException.class
  })
  ResponseEntity<byte[]> databaseAway(Exception e, HttpServletRequest request) {
    log.warn(
        "{} {} {}: {}",
        Problem.DATABASE_AWAY.code(),
        request.getMethod(),
        request.getRequestURI(),
        Incident.of(e));
    return ProblemAnswer.of(
        Problem.DATABASE_AWAY, "Nothing is lost; send the same request again in a moment.");
  }

  /** Whoever asked hung up: nobody is there to be answered, and nothing went wrong here. */
  @ExceptionHandler
  void nobodyListens(AsyncRequestNotUsableException e, HttpServletRequest request) {
    log.debug("{} {} was not waited for", request.getMethod(), request.getRequestURI());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unexpected(Exception e, HttpServletRequest request) {
    if (e.getCause() instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState())) {
      return ProblemAnswer.of(Problem.BUSY, "Others write a lot; send the same again in a moment.");
    }
    if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      return ProblemAnswer.of(Problem.MALFORMED, "A parameter or header is missing or unreadable.");
    }
    byte[] bytes = new byte[INCIDENT_BYTES];
    random.nextBytes(bytes);
    String incident = HexFormat.of().formatHex(bytes);
    log.error(
        "{} incident {} {} {}: {}",
        Problem.INTERNAL.code(),
        incident,
        request.getMethod(),
        request.getRequestURI(),
        Incident.of(e));
    return ProblemAnswer.of(
        Problem.INTERNAL, "Nothing is lost; if it stays, report incident " + incident + ".");
  }
}
