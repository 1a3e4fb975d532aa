package dev.throughline.trials.handoff;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** The service that is handed off, as far as its smoke test asks it: well, until it is not. */
final class Probe implements AutoCloseable {
  private static final int WELL = 200;
  private static final int BROKEN = 500;

  private final HttpServer server;
  private final AtomicInteger status = new AtomicInteger(WELL);

  private Probe(HttpServer server) {
    this.server = server;
  }

  /** Answers on a free port of this computer. */
  static Probe open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Probe probe = new Probe(server);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(probe.status.get(), -1);
          }
        });
    server.start();
    return probe;
  }

  /** Host and port, as the setting for smoke tests names them. */
  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String address() {
    return "http://" + host() + "/health";
  }

  void setWell(boolean isWell) {
    status.set(isWell ? WELL : BROKEN);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
