package dev.throughline.trials.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.throughline.trials.link.Link;
import dev.throughline.trials.link.Relay;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;

/** What a link carries when nothing goes wrong and nothing is checked: one PUT to nowhere. */
final class PlainPut {
  private static final int CREATED = 201;
  private static final long SEED = 7;
  private static final double NANOS = 1e9;

  private PlainPut() {}

  /** Seconds for so many bytes over such a link. */
  static double seconds(Link link, long bytes) throws IOException, InterruptedException {
    HttpServer nowhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    nowhere.createContext("/", PlainPut::take);
    nowhere.start();
    URI address = URI.create("http://127.0.0.1:" + nowhere.getAddress().getPort() + "/");
    try (Relay relay = Relay.open(address, link);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest put =
          HttpRequest.newBuilder(relay.address())
              .PUT(
                  BodyPublishers.fromPublisher(
                      BodyPublishers.ofInputStream(() -> new Noise(bytes)), bytes))
              .build();
      long began = System.nanoTime();
      int status = http.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != CREATED) {
        throw new IOException("the plain PUT was answered with " + status);
      }
      return (System.nanoTime() - began) / NANOS;
    } finally {
      nowhere.stop(0);
    }
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (InputStream body = exchange.getRequestBody()) {
      body.transferTo(java.io.OutputStream.nullOutputStream());
    }
    exchange.sendResponseHeaders(CREATED, -1);
    exchange.close();
  }

  /** So many bytes like any sealed ones. */
  private static final class Noise extends InputStream {
    private final Random random = new Random(SEED);
    private long left;

    Noise(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? random.nextInt(256) : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = (int) Math.min(left, length);
      for (int i = 0; i < count; i++) {
        into[from + i] = (byte) random.nextInt();
      }
      left -= count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
