package dev.throughline.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers under its own name alone: a page that some other name leads here must not be able to ask
 * for passwords as if it were this one.
 */
final class OwnAddress extends OncePerRequestFilter {
  private final Set<String> names;

  OwnAddress(String issuer) {
    String host = URI.create(issuer).getHost().toLowerCase(Locale.ROOT);
    this.names = Stream.of(host, "127.0.0.1", "localhost").collect(Collectors.toSet());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse answer, FilterChain next)
      throws ServletException, IOException {
    if (names.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      next.doFilter(request, answer);
    } else {
      answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      answer.setContentType("text/plain");
      answer.getWriter().print("This server answers under another name.");
    }
  }
}
