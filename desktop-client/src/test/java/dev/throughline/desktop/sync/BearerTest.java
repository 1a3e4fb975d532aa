package dev.throughline.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What travels as proof of who asks, and what happens when the server does not take it. */
class BearerTest {
  private static final RecordId RECORD = RecordId.of("01900000-0000-7000-8000-000000000001");

  private final List<String> shown = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String token =
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .replace("Bearer ", "");
    shown.add(token);
    boolean isGood = token.equals("good");
    byte[] body =
        isGood
            ? WireFormat.RECORD_HISTORY.encode(
                new RecordHistory(RECORD, List.of(), false), Encoding.CBOR)
            : WireFormat.VALUE.encode(
                new Value.Entries(
                    Map.of("code", Value.text("SRV-16"), "detail", Value.text("Sign in."))),
                Encoding.JSON);
    exchange.sendResponseHeaders(isGood ? 200 : 401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Reply<RecordHistory> ask(Optional<String> token, Optional<String> renewed) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Credentials credentials =
        new Credentials() {
          @Override
          public Optional<String> token(URI asked) {
            assertThat(asked).isEqualTo(address);
            return token;
          }

          @Override
          public Optional<String> renewed(URI asked, String refused) {
            assertThat(refused).isEqualTo(token.orElseThrow());
            return renewed;
          }
        };
    try (HttpSyncTransport way = new HttpSyncTransport(address, credentials)) {
      return way.history(RECORD, 10, 10);
    }
  }

  @Test
  void tokenTravelsAndARefusedOneIsRenewedOnce() {
    assertThat(ask(Optional.of("good"), Optional.empty())).isInstanceOf(Reply.Ok.class);
    assertThat(ask(Optional.of("old"), Optional.of("good"))).isInstanceOf(Reply.Ok.class);
    assertThat(ask(Optional.of("old"), Optional.of("bad"))).isInstanceOf(Reply.Refused.class);
    assertThat(shown).containsExactly("good", "old", "good", "old", "bad");
  }

  @Test
  void nobodySignedInIsTheServersToRefuse() {
    assertThat(ask(Optional.empty(), Optional.empty()))
        .isEqualTo(new Reply.Refused<>("SRV-16", "Sign in."));
    assertThat(ask(Optional.of("old"), Optional.empty())).isInstanceOf(Reply.Refused.class);
  }

  @Test
  void providerThatIsAwayIsATroubleOfTheNetwork() {
    assertThat(ask(Optional.of("old"), Optional.of("old"))).isInstanceOf(Reply.Unreachable.class);
    assertThat(shown).containsExactly("old");
  }
}
