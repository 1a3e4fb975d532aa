package dev.throughline.server.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** As much of Vault's HTTP surface as a server uses: one secret, tokens, login of Kubernetes. */
final class PlayedVault implements AutoCloseable {
  static final String TOKEN = "hvs.given-by-an-operator";
  static final String SERVICE_ACCOUNT = "token-of-the-service-account";
  static final String ROLE = "throughline-server";

  private static final String LOGGED_IN = "hvs.given-to-the-service-account";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer http;
  private final Map<String, String> secrets;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  PlayedVault(Map<String, String> secrets) throws IOException {
    this.secrets = secrets;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/v1/", this::answer);
    http.start();
  }

  String uri() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Every request so far, by method and path. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path);
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
    boolean isIn = token.equals(TOKEN) || token.equals(LOGGED_IN);
    if (path.equals("/v1/auth/kubernetes/login")) {
      boolean isRight = body.contains(SERVICE_ACCOUNT) && body.contains(ROLE);
      Map<String, Object> auth =
          Map.of("client_token", LOGGED_IN, "lease_duration", 3_600, "renewable", true);
      answer(exchange, isRight ? 200 : 403, Map.of(isRight ? "auth" : "errors", auth));
    } else if (!isIn) {
      answer(exchange, 403, Map.of("errors", List.of("permission denied")));
    } else if (path.equals("/v1/secret/data/throughline")) {
      answer(exchange, 200, Map.of("data", Map.of("data", secrets, "metadata", Map.of())));
    } else if (path.startsWith("/v1/sys/internal/ui/mounts/secret")) {
      Map<String, Object> mount =
          Map.of("path", "secret/", "type", "kv", "options", Map.of("version", "2"));
      answer(exchange, 200, Map.of("data", mount));
    } else if (path.startsWith("/v1/auth/token/")) {
      answer(exchange, 200, Map.of("data", Map.of("ttl", 3_600), "auth", Map.of()));
    } else {
      answer(exchange, 404, Map.of("errors", List.of()));
    }
  }

  private static void answer(HttpExchange exchange, int status, Object document)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(document);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
