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
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps web pages out: a browser can be made to ask us, either openly (it then names the page's
 * origin) or under a host name of the page's own that leads here. The latter is no way to a server
 * that speaks TLS, because it has no certificate for that name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class LocalRequestsOnly extends OncePerRequestFilter {
  private static final Pattern LOCAL_NAME =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|::1|0:0:0:0:0:0:0:1");

  private final boolean isEncrypted;

  LocalRequestsOnly(Environment environment) {
    this.isEncrypted = Encrypted.is(environment);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isKnown = isEncrypted || LOCAL_NAME.matcher(request.getServerName()).matches();
    if (isKnown && request.getHeader(HttpHeaders.ORIGIN) == null) {
      chain.doFilter(request, response);
    } else {
      ProblemAnswer.write(
          response,
          Problem.FOREIGN_HOST,
          isKnown
              ? "Ask from a program, not from a web page."
              : "Ask as localhost or 127.0.0.1, and not from a web page.");
    }
  }
}
