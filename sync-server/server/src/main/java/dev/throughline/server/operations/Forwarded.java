package dev.throughline.server.operations;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Notes who is at the other end of a connection before Tomcat writes there what a proxy says, which
 * may be what a client told the proxy. Comes before Spring's own customizer, whose valve that is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Forwarded implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private static final String FROM_HERE = Forwarded.class.getName() + ".fromHere";

  private final Set<String> headers;

  Forwarded(Environment environment) {
    headers =
        Stream.of(
                "Forwarded",
                "X-Forwarded-For",
                environment.getProperty("server.tomcat.remoteip.remote-ip-header", ""))
            .filter(header -> !header.isBlank())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a program on this computer asks, and not for somebody else. */
  static boolean isFromHere(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(FROM_HERE));
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addEngineValves(new Note());
  }

  private final class Note extends ValveBase {
    Note() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      boolean isForwarded = headers.stream().anyMatch(name -> request.getHeader(name) != null);
      request.setAttribute(FROM_HERE, !isForwarded && isLoopback(request.getRemoteAddr()));
      getNext().invoke(request, response);
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
