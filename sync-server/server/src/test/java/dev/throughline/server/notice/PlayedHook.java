package dev.throughline.server.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of notices on this computer that answers as it is told to. */
final class PlayedHook implements AutoCloseable {
  /** One request as it came. */
  record Got(String path, String key, String signature, String type, byte[] body) {}

  /** How it answers. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Got> all = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Answer answer = status(204);

  PlayedHook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      all.add(
          new Got(
              exchange.getRequestURI().getPath(),
              String.valueOf(headers.getFirst("Idempotency-Key")),
              String.valueOf(headers.getFirst("X-Throughline-Signature")),
              String.valueOf(headers.getFirst("Content-Type")),
              exchange.getRequestBody().readAllBytes()));
      answer.give(exchange);
    }
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  Answer redirect() {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", url("/elsewhere"));
      exchange.sendResponseHeaders(307, -1);
    };
  }

  /** Says yes, and then never ends what it says. */
  Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('a');
      exchange.getResponseBody().flush();
      untilTheEnd();
    };
  }

  Answer silence() {
    return _ -> untilTheEnd();
  }

  private void untilTheEnd() {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void answers(Answer next) {
    answer = next;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Got> all() {
    return List.copyOf(all);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
