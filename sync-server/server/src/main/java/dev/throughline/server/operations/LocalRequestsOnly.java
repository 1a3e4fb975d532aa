package dev.throughline.server.operations;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps web pages out: a browser on this computer can be made to ask us, either openly (it then
 * names the page's origin) or under a host name of the page's own that leads here. Goes away with
 * TLS.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LocalRequestsOnly extends OncePerRequestFilter {
  private static final Pattern LOCAL_NAME =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|::1|0:0:0:0:0:0:0:1");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isLocal = LOCAL_NAME.matcher(request.getServerName()).matches();
    if (isLocal && request.getHeader(HttpHeaders.ORIGIN) == null) {
      chain.doFilter(request, response);
    } else {
      ProblemAnswer.write(
          response,
          Problem.FOREIGN_HOST,
          "Ask as localhost or 127.0.0.1, and not from a web page.");
    }
  }
}
