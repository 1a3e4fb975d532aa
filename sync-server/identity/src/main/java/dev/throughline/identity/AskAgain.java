package dev.throughline.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks for the password again where a program wants that ({@code prompt=login}, or {@code max_age}
 * of 0; OpenID Connect Core, section 3.1.2.1), which the library passes over.
 */
final class AskAgain extends OncePerRequestFilter {
  private static final String PROMPT = "prompt";
  private static final String MAX_AGE = "max_age";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals("/oauth2/authorize")
        || !request.getMethod().equals("GET");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse answer, FilterChain next)
      throws ServletException, IOException {
    String prompt = request.getParameter(PROMPT);
    boolean wantsLogin = prompt != null && List.of(prompt.split(" ")).contains("login");
    if (!wantsLogin && !"0".equals(request.getParameter(MAX_AGE))) {
      next.doFilter(request, answer);
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    answer.sendRedirect(
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(request.getQueryString())
            .replaceQueryParam(PROMPT)
            .replaceQueryParam(MAX_AGE)
            .build()
            .toUriString());
  }
}
