package dev.throughline.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.wire.Compression;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class HostileRequestsIT {
  private static final String JSON = Encoding.JSON.mediaType();
  private static final String CBOR = Encoding.CBOR.mediaType();

  private final int port = TestServers.shared().port();
  private final TestHttp http = new TestHttp(port, Encoding.JSON);

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(push(CBOR, BodyPublishers.ofByteArray(bytes)).code()).isEqualTo("SRV-01");
    }
  }

  @Test
  void aSoundPushWithOneByteChangedNeverBreaksTheServer() {
    TestDevice anna = new TestDevice(port, "Anna");
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      Op op = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "x");
      byte[] bytes = WireFormat.PUSH.encode(anna.pushOf(List.of(op)), Encoding.CBOR);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      assertThat(push(CBOR, BodyPublishers.ofByteArray(bytes)).status()).isLessThan(500);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "{",
        "[]",
        "{\"version\":1}",
        "{\"version\":1,\"version\":1}",
        "{\"version\":1e400}",
        "{} {}",
        "nul"
      })
  void whatIsNoMessageIsRefused(String body) {
    TestHttp.Answer answer = push(JSON, BodyPublishers.ofString(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).containsOnlyKeys("type", "title", "status", "detail", "code");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(push(JSON, BodyPublishers.ofString("[".repeat(100_000))).code()).isEqualTo("SRV-01");
  }

  @Test
  void aBombIsRefusedBeforeItGrows() {
    byte[] bomb = Compression.compress(new byte[200 << 20]);
    assertThat(bomb.length).isLessThan(100_000);
    TestHttp.Answer answer =
        http.send(
            http.request("/sync/v1/push")
                .header("Content-Type", JSON)
                .header("Content-Encoding", "zstd")
                .POST(BodyPublishers.ofByteArray(bomb)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("SRV-02");
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithAndWithoutItsLength() {
    byte[] large = new byte[Protocol.MESSAGE_BYTES_MAX + 1];
    assertThat(push(JSON, BodyPublishers.ofByteArray(large)).code()).isEqualTo("SRV-02");
    BodyPublisher unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertThat(push(JSON, unannounced).code()).isEqualTo("SRV-02");
  }

  @Test
  void aBrokenFrameIsRefused() {
    TestHttp.Answer answer =
        http.send(
            http.request("/sync/v1/push")
                .header("Content-Type", JSON)
                .header("Content-Encoding", "zstd")
                .POST(BodyPublishers.ofString("no zstd at all")));
    assertThat(answer.code()).isEqualTo("SRV-01");
  }

  @Test
  void otherTypesAndCompressionsAreRefused() {
    assertThat(push("text/plain", BodyPublishers.ofString("{}")).code()).isEqualTo("SRV-03");
    TestHttp.Answer gzip =
        http.send(
            http.request("/sync/v1/push")
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(gzip.status()).isEqualTo(415);
    assertThat(gzip.code()).isEqualTo("SRV-04");
    assertThat(gzip.header("Accept-Encoding")).isEqualTo("zstd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | application/json",
        "*/* | application/json",
        "text/html, */*;q=0.1 | application/json",
        "application/json;q=0.2, application/vnd.throughline.v1+cbor"
            + " | application/vnd.throughline.v1+cbor",
        "application/* | application/json",
        "text/html | application/problem+json",
        "/ | application/problem+json"
      })
  void theAnswerComesAsTheClientAccepts(String accept, String type) {
    TestHttp.Answer answer = http.send(http.request("/sync/v1/pull").header("Accept", accept));
    assertThat(answer.header("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"zstd,zstd", "'gzip, zstd;q=0.5',zstd", "zstd;q=0,''", "gzip,''"})
  void aLargeAnswerIsCompressedForWhoReadsZstd(String accepted, String used) {
    TestDevice anna = new TestDevice(port, "Anna");
    long before = anna.hello().head();
    anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "word ".repeat(1_000)));
    TestHttp.Answer answer =
        http.send(
            http.request("/sync/v1/pull?after=" + before).header("Accept-Encoding", accepted));
    assertThat(answer.header("Content-Encoding")).isEqualTo(used);
    assertThat(new String(answer.plain(), StandardCharsets.UTF_8)).contains("word word");
  }

  @Test
  void unknownRoutesAndMethodsAreRefusedInTheSameShape() {
    assertThat(http.get("/nothing/here").code()).isEqualTo("SRV-07");
    assertThat(http.get("/sync/v1/pull/").code()).isEqualTo("SRV-07");
    TestHttp.Answer put = http.send(http.request("/sync/v1/pull").PUT(BodyPublishers.noBody()));
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.code()).isEqualTo("SRV-08");
    assertThat(put.header("Allow")).isEqualTo("GET");
  }

  @Test
  void webPagesAreKeptOut() throws IOException {
    TestHttp.Answer fromPage =
        http.send(http.request("/sync/v1/pull").header("Origin", "http://127.0.0.1:" + port));
    assertThat(fromPage.code()).isEqualTo("SRV-09");
    assertThat(raw("GET /sync/v1/pull HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("SRV-09");
    assertThat(raw("GET /sync/v1/pull HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void nonsenseInsteadOfHttpGetsNoDetails() throws IOException {
    assertThat(raw("GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Exception", "Tomcat");
    assertThat(raw("POST /sync/v1/push HTTP/1.1\r\nHost: localhost\r\n" + "a: b\r\n".repeat(9_000)))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Exception", "Tomcat");
  }

  @Test
  void whatPeopleWroteIsInNoAnswerAndNoLogLine() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    root.addAppender(lines);
    try {
      TestDevice anna = new TestDevice(port, "Anna");
      Op op = anna.put(TestDevice.newRecord(), "interview", 0, "date", "canary");
      anna.push(op);
      byte[] sound = WireFormat.PUSH.encode(anna.pushOf(List.of(op)), Encoding.JSON);
      String text = new String(sound, StandardCharsets.UTF_8);
      for (int end = 1; end < text.length(); end += 7) {
        TestHttp.Answer cut = push(JSON, BodyPublishers.ofString(text.substring(0, end)));
        assertThat(cut.status()).isEqualTo(400);
        assertThat(new String(cut.plain(), StandardCharsets.UTF_8)).doesNotContain("canary");
      }
    } finally {
      root.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("canary"));
  }

  @Test
  void whatIsRefusedBeforeAnybodyReadsItIsAProblemToo() throws IOException {
    for (String line :
        new String[] {
          "GET /cases/%ff HTTP/1.1", "GET /cases/{x HTTP/1.1", "GET /a%2fb/../c%00 HTTP/1.1"
        }) {
      String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer)
          .as(line)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .contains("\"code\":\"SRV-01\"")
          .doesNotContain("<html", "Tomcat");
    }
  }

  private TestHttp.Answer push(String type, BodyPublisher body) {
    HttpRequest.Builder request = http.request("/sync/v1/push").header("Content-Type", type);
    return http.send(request.POST(body));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
