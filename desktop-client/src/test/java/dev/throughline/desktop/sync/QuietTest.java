package dev.throughline.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a desktop makes of a server that asks for time. */
class QuietTest {
  private long now = 1_000_000;
  private final Quiet quiet = new Quiet(() -> Instant.ofEpochMilli(now));

  @Test
  void theServerIsLeftAloneAsLongAsItAsked() {
    assertThat(quiet.left()).isZero();
    quiet.ask(5_000);
    quiet.ask(0);
    quiet.ask(2_000);
    assertThat(quiet.left()).isEqualTo(5_000);
    now += 4_999;
    assertThat(quiet.left()).isEqualTo(1);
    now += 1;
    assertThat(quiet.left()).isZero();
  }

  @Test
  void aPersonWhoTriesNowDoesNotWait() {
    quiet.ask(5_000);
    quiet.end();
    assertThat(quiet.left()).isZero();
  }

  @Test
  void neitherServerNorClockHoldsUpSyncForEver() {
    quiet.ask(Long.MAX_VALUE);
    assertThat(quiet.left()).isEqualTo(Quiet.MAX_MILLIS);
    now -= 1;
    assertThat(quiet.left()).as("the clock was put back").isZero();
  }

  @Test
  void whatAServerAsksForIsReadInSecondsAndNonsenseIsNothing() throws IOException {
    Map<String, Long> asked = new HashMap<>();
    asked.put("7", 7_000L);
    asked.put("0", 0L);
    asked.put("999999999", Quiet.MAX_MILLIS);
    asked.put("99999999999999999999", 0L);
    asked.put("-5", 0L);
    asked.put("Fri, 27 Nov 2026 10:00:00 GMT", 0L);
    asked.put("", 0L);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String[] header = {""};
    int[] status = {429};
    server.createContext(
        "/",
        exchange -> {
          if (!header[0].isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", header[0]);
          }
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (HttpSyncTransport way = new HttpSyncTransport(address)) {
      for (int code : new int[] {429, 503}) {
        status[0] = code;
        for (Map.Entry<String, Long> one : asked.entrySet()) {
          header[0] = one.getKey();
          RecordId record = RecordId.of("01900000-0000-7000-8000-000000000001");
          assertThat(way.history(record, 10, 10))
              .as(one.getKey())
              .isEqualTo(new Reply.Unreachable<RecordHistory>("status " + code, one.getValue()));
        }
      }
    } finally {
      server.stop(0);
    }
  }
}
