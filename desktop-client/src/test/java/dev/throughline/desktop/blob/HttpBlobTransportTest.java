package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.throughline.desktop.sync.Credentials;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what is made of answers of any kind. */
class HttpBlobTransportTest {
  private static final BlobKey KEY =
      new BlobKey(RecordId.of("01900000-0000-7000-8000-000000000001"), BlobRole.ORIGINAL);
  private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(1, 2));

  private final List<String> asked = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private HttpServer server;
  private HttpBlobTransport way;
  private int status = 200;
  private byte[] answer = new byte[0];
  private Map<String, String> headers = Map.of();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    way = new HttpBlobTransport(address, new Renewing(), () -> Optional.of(WORKSPACE));
  }

  @AfterEach
  void stop() {
    way.close();
    server.stop(0);
  }

  /** A token that is too old, and a fresh one. */
  private static final class Renewing implements Credentials {
    private String token = "old";

    @Override
    public Optional<String> token(URI at) {
      return Optional.of(token);
    }

    @Override
    public Optional<String> renewed(URI at, String refused) {
      token = "fresh";
      return Optional.of(token);
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    bodies.add(exchange.getRequestBody().readAllBytes());
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String range = exchange.getRequestHeaders().getFirst("Range");
    String digest = exchange.getRequestHeaders().getFirst("Content-Digest");
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (range == null ? "" : " " + range)
            + (digest == null ? "" : " " + digest));
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean isIn = bearer.equals("Bearer fresh");
    byte[] body = isIn ? answer : new byte[0];
    exchange.sendResponseHeaders(isIn ? status : 401, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void problem(int code, String name) {
    status = code;
    answer =
        WireFormat.VALUE.encode(
            new Value.Entries(Map.of("code", Value.text(name), "detail", Value.text("No."))),
            Encoding.JSON);
  }

  @Test
  void aPartGoesWithItsDigestAndAgainWithARenewedToken() {
    status = 204;
    byte[] part = {1, 2, 3};
    assertThat(way.put("s1", 4, part, Sha256.hex(part))).isEqualTo(new Reply.Ok<>(true));
    assertThat(asked)
        .hasSize(2)
        .last()
        .isEqualTo(
            "PUT /blobs/v1/sessions/s1/parts/4?workspace="
                + WORKSPACE
                + " sha-256=:A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E=:");
    assertThat(bodies.getLast()).isEqualTo(part);
  }

  @Test
  void aStretchOfAnotherLengthThanAskedIsNoAnswer() {
    status = 206;
    answer = new byte[10];
    assertThat(way.read(KEY, 100, 10)).isInstanceOf(Reply.Ok.class);
    assertThat(asked.getLast()).endsWith(" bytes=100-109");
    assertThat(way.read(KEY, 100, 11)).isInstanceOf(Reply.Unreachable.class);
    assertThat(way.read(KEY, 100, 9)).isInstanceOf(Reply.Unreachable.class);
    status = 200;
    assertThat(way.read(KEY, 0, 10)).isInstanceOf(Reply.Unreachable.class);
  }

  @Test
  void laterIsAwayForAsLongAsTheServerAsks() {
    problem(503, "SRV-55");
    headers = Map.of("Retry-After", "7");
    assertThat(way.standing(KEY)).isEqualTo(new Reply.Unreachable<>("status 503", 7_000));
  }

  @Test
  void aServerThatKeepsNoRecordingsSaysSo() {
    problem(501, "SRV-56");
    assertThat(way.standing(KEY)).isEqualTo(new Reply.Refused<>(BlobTransport.NO_STORE, "No."));
  }

  @Test
  void whatIsNoMessageIsNoAnswer() {
    answer = "<html>".getBytes(StandardCharsets.US_ASCII);
    assertThat(way.standing(KEY)).isInstanceOf(Reply.Unreachable.class);
    assertThat(way.manifest(KEY)).isInstanceOf(Reply.Unreachable.class);
    answer = WireFormat.VALUE.encode(Value.text("no object"), Encoding.CBOR);
    assertThat(way.manifest(KEY)).isInstanceOf(Reply.Unreachable.class);
    problem(404, "SRV-07");
    assertThat(way.manifest(KEY)).isEqualTo(new Reply.Refused<>(BlobTransport.NOT_FOUND, "No."));
  }
}
