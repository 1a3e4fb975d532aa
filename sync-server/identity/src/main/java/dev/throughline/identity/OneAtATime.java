package dev.throughline.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives tokens out one request after the other: of two that show one token at the same moment the
 * second must find it spent. The library reads, makes and saves without holding anything.
 */
final class OneAtATime extends OncePerRequestFilter {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals("/oauth2/token");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse answer, FilterChain next)
      throws ServletException, IOException {
    // Reads the body, which may come slowly, before others have to wait.
    request.getParameterMap();
    lock.lock();
    try {
      next.doFilter(request, answer);
    } finally {
      lock.unlock();
    }
  }
}
