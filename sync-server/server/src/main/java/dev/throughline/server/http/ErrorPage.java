package dev.throughline.server.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for errors that happen outside every controller, in the same shape as all others. */
@RestController
final class ErrorPage implements ErrorController {
  private static final int INTERNAL = 500;

  /** What a status means that no controller has given. */
  static Problem problem(int status) {
    return Arrays.stream(Problem.values())
        .filter(known -> status == known.status())
        .findFirst()
        .orElse(status < INTERNAL ? Problem.MALFORMED : Problem.INTERNAL);
  }

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem = problem(status instanceof Integer code ? code : INTERNAL);
    return status == null
        ? ProblemAnswer.of(Problem.NOT_FOUND, "This address is not for asking.")
        : ProblemAnswer.of(problem, "The request ended early.");
  }
}
