package dev.throughline.server.operations;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Routes for other services, which show a certificate instead of a token. {@code
 * throughline.services} lists for each route, by its beginning, the subject alternative names that
 * may use it, as {@code dns:name} or {@code uri:name}; whether a certificate is sound TLS itself
 * sees to ({@code server.ssl.client-auth}). Without a list the metrics are for programs on this
 * computer; what a proxy passes on is not from here, whatever it says.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ServiceRoutes extends OncePerRequestFilter {
  private static final String METRICS = "/actuator/prometheus";
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  /** Kinds of names in a certificate (RFC 5280, 4.2.1.6). */
  private static final Map<Integer, String> NAME_KINDS = Map.of(2, "dns:", 6, "uri:");

  private final TreeMap<String, Set<String>> allowed = new TreeMap<>();

  ServiceRoutes(Environment environment) {
    Binder.get(environment)
        .bind("throughline.services", Bindable.mapOf(String.class, String[].class))
        .orElseGet(Map::of)
        .forEach((route, names) -> allowed.put(route, Set.of(names)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    Optional<Set<String>> names =
        allowed.descendingMap().entrySet().stream()
            .filter(route -> path.startsWith(route.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    boolean mayPass =
        names
            .map(listed -> names(request).stream().anyMatch(listed::contains))
            .orElseGet(() -> !path.startsWith(METRICS) || Forwarded.isFromHere(request));
    if (mayPass) {
      chain.doFilter(request, response);
    } else {
      ProblemAnswer.write(
          response,
          Problem.SERVICE_ONLY,
          "Show a certificate whose name is listed for this route in throughline.services.");
    }
  }

  private static Set<String> names(HttpServletRequest request) {
    Set<String> names = new HashSet<>();
    if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
      try {
        Collection<List<?>> all = chain[0].getSubjectAlternativeNames();
        for (List<?> one : all == null ? List.<List<?>>of() : all) {
          String kind = NAME_KINDS.get((Integer) one.get(0));
          if (kind != null) {
            names.add(kind + one.get(1));
          }
        }
      } catch (CertificateParsingException _) {
        return Set.of();
      }
    }
    return names;
  }
}
