package dev.throughline.server.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands where it is known who asks, before anything of the request is read. Tokens that do not
 * count end before it, and are counted where they are refused. Health is told to everybody always:
 * whoever restarts servers that do not answer, or sends people elsewhere, asks from few addresses.
 */
final class RequestLimits extends OncePerRequestFilter {
  private static final String HEALTH = "/actuator/health";

  private final Limits limits;

  RequestLimits(Limits limits) {
    this.limits = limits;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean mayPass =
        SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken signedIn
            ? limits.mayPerson(signedIn.getName(), response)
            : limits.mayAddress(request, response);
    if (mayPass) {
      chain.doFilter(request, response);
    }
  }
}
