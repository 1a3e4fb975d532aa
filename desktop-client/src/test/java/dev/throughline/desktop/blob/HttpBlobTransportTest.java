package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.throughline.desktop.sync.Credentials;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.DeviceId;
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
  private int missing;

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
    String rest = exchange.getRequestHeaders().getFirst("Content-Range");
    String whole = exchange.getRequestHeaders().getFirst("Repr-Digest");
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (range == null ? "" : " " + range)
            + (digest == null ? "" : " " + digest)
            + (rest == null ? "" : " " + rest)
            + (whole == null ? "" : " whole " + whole));
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean isIn = bearer.equals("Bearer fresh");
    byte[] body = isIn ? answer : new byte[0];
    exchange.sendResponseHeaders(
        isIn ? status : 401, body.length == 0 ? -1 : body.length + missing);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
    // One that lacks bytes is cut off here.
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
    assertThat(way.put("s1", 4, part, 0, Sha256.hex(part))).isEqualTo(new Reply.Ok<>(true));
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
  void onlyTheRestOfAPartGoesAndSaysOfWhat() {
    status = 204;
    byte[] part = {1, 2, 3};
    String whole = " whole sha-256=:A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E=:";
    assertThat(way.put("s1", 4, part, 2, Sha256.hex(part))).isEqualTo(new Reply.Ok<>(true));
    assertThat(asked.getLast()).endsWith("workspace=" + WORKSPACE + " bytes 2-2/3" + whole);
    assertThat(bodies.getLast()).containsExactly(3);
    assertThat(way.put("s1", 4, part, 3, Sha256.hex(part))).isEqualTo(new Reply.Ok<>(true));
    assertThat(asked.getLast()).endsWith("workspace=" + WORKSPACE + " bytes */3" + whole);
    assertThat(bodies.getLast()).isEmpty();
  }

  private Reply<Boolean> read(Coming into, String range) {
    headers = Map.of("Content-Range", range);
    return way.read(KEY, 100, into);
  }

  @Test
  void aStretchOfAnotherLengthThanAskedIsNoAnswer() {
    status = 206;
    answer = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    Coming whole = new Coming(10);
    assertThat(read(whole, "bytes 100-109/1000")).isEqualTo(new Reply.Ok<>(true));
    assertThat(asked.getLast()).endsWith(" bytes=100-109");
    assertThat(whole.bytes()).isEqualTo(answer);
    assertThat(read(new Coming(11), "bytes 100-110/1000")).isInstanceOf(Reply.Unreachable.class);
    assertThat(read(new Coming(9), "bytes 100-108/1000")).isInstanceOf(Reply.Unreachable.class);
    status = 200;
    assertThat(read(new Coming(10), "bytes 100-109/1000")).isInstanceOf(Reply.Unreachable.class);
  }

  @Test
  void afterACutOnlyTheRestOfAStretchIsAskedFor() {
    status = 206;
    Coming coming = new Coming(10);
    answer = new byte[] {1, 2, 3, 4};
    missing = 6;
    assertThat(read(coming, "bytes 100-109/1000")).isInstanceOf(Reply.Unreachable.class);
    assertThat(coming.came()).isEqualTo(4);
    answer = new byte[] {5, 6, 7, 8, 9, 10};
    missing = 0;
    assertThat(read(coming, "bytes 104-109/1000")).isEqualTo(new Reply.Ok<>(true));
    assertThat(asked.getLast()).endsWith(" bytes=104-109");
    assertThat(coming.bytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    asked.clear();
    assertThat(read(coming, "")).isEqualTo(new Reply.Ok<>(true));
    assertThat(asked).isEmpty();
  }

  @Test
  void nothingIsTakenOfAnotherStretchThanAskedFor() {
    status = 206;
    answer = new byte[10];
    for (String other : List.of("bytes 101-110/1000", "bytes 100-1090/2000", "bytes 0-9/10", "")) {
      Coming coming = new Coming(10);
      assertThat(read(coming, other)).as(other).isInstanceOf(Reply.Unreachable.class);
      assertThat(coming.came()).as(other).isZero();
    }
  }

  @Test
  void whatTheServerHasOfPartsThatWereCutOffIsReadAndWhatCannotBeIsNot() {
    List<Value> begun = List.of(begun(3, "aa", 5), begun(4, "bb", 9L << 20), begun(-1, "cc", 1));
    Map<String, Value> session =
        Map.of(
            "session",
            Value.text("s1"),
            "there",
            new Value.Items(List.of(begun(0, "dd", 8))),
            "begun",
            new Value.Items(begun));
    answer = WireFormat.VALUE.encode(new Value.Entries(session), Encoding.CBOR);
    assertThat(way.open(KEY, new DeviceId(new UUID(3, 4)), Optional.empty()))
        .isEqualTo(
            new Reply.Ok<>(
                new Opened.Session("s1", Map.of(0, "dd"), List.of(new BegunPart(3, "aa", 5)))));
  }

  private static Value begun(long index, String digest, long bytes) {
    return new Value.Entries(
        Map.of(
            "index", Value.whole(index),
            "sha256", Value.text(digest),
            "bytes", Value.whole(bytes)));
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
