package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What people are called, wrote and asked for is in no line of the log, however it went. */
class LogsIT {
  /** Stands in every name, title, login, group and address of this test. */
  private static final String MARK = "zyxqw";

  @Test
  void nothingOfPeopleIsInTheLog() throws Exception {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    try (FakeIssuer issuer = new FakeIssuer()) {
      SyncServer.Running server =
          TestServers.another(
              Map.of(
                  "throughline.identity.issuer",
                  issuer.url(),
                  "throughline.limits.refused-tokens.burst",
                  "2"));
      root.addAppender(lines);
      try {
        people(issuer, server.port());
        strangers(issuer, server.port());
        aBrokenDatabase(issuer, server.port());
      } finally {
        server.close();
      }
    } finally {
      root.detachAppender(lines);
      TestServers.wipe();
    }
    assertThat(lines.list).as("the broken database was told of").isNotEmpty();
    assertThat(lines.list)
        .extracting(LogsIT::everything)
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(MARK));
  }

  private static String everything(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + thrown;
  }

  private static TestHttp http(FakeIssuer issuer, int port, String... groups) throws Exception {
    String token =
        issuer.signed(
            issuer
                .claims()
                .subject("subject " + MARK)
                .claim("name", "Name " + MARK)
                .claim("preferred_username", "login-" + MARK)
                .claim("groups", List.of(groups))
                .build());
    return new TestHttp(port, Encoding.JSON, token);
  }

  /** Work that is taken, that conflicts, and that is refused in every way. */
  private static void people(FakeIssuer issuer, int port) throws Exception {
    TestHttp http = http(issuer, port, "Researcher", "Group " + MARK);
    TestDevice device = new TestDevice(http, "Author " + MARK);
    RecordId study = TestDevice.newRecord();
    device.send(device.put(study, "study", 0, "title", "Title " + MARK));
    device.send(device.put(study, "study", 0, "title", "Other " + MARK));
    device.send(device.put(study, "study", 0, MARK, "an unknown field"));
    device.send(device.put(TestDevice.newRecord(), MARK, 0, "title", "an unknown kind"));
    device.send(device.put(TestDevice.newRecord(), "interview", 0, "date", MARK));
    device.send(device.put(TestDevice.newRecord(), "person", 0, "login", MARK));
    Op op = device.put(study, "study", 0, "title", "Cut " + MARK);
    byte[] sound = WireFormat.PUSH.encode(device.pushOf(List.of(op)), Encoding.JSON);
    for (int end = 1; end < sound.length; end += 19) {
      push(http, new String(sound, 0, end, StandardCharsets.UTF_8));
    }
    push(http, "{\"" + MARK + "\": 1}");
    push(http(issuer, port, "Group " + MARK), "{}");
    device.pullAll(0);
    for (String path :
        List.of(
            "/" + MARK,
            "//" + MARK,
            "/sync/v1/pull?after=" + MARK,
            "/sync/v1/pull?workspace=" + MARK,
            "/sync/v1/pull?chain=" + MARK,
            "/sync/v1/history?record=" + MARK)) {
      assertThat(http.get(path).status()).as(path).isBetween(400, 499);
    }
  }

  private static void push(TestHttp http, String body) {
    TestHttp.Answer answer =
        http.send(
            http.request("/sync/v1/push")
                .header("Content-Type", Encoding.JSON.mediaType())
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(new String(answer.plain(), StandardCharsets.UTF_8)).doesNotContain(MARK);
  }

  private static void strangers(FakeIssuer issuer, int port) throws Exception {
    var claims = issuer.claims().subject(MARK).claim("name", MARK);
    for (String token :
        List.of(
            issuer.signed(
                claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600))).build()),
            issuer.forged(claims.build()),
            FakeIssuer.unsigned(claims.build()),
            MARK)) {
      TestHttp http = new TestHttp(port, Encoding.JSON, token);
      assertThat(http.get("/sync/v1/pull?" + MARK).status()).isIn(401, 429);
    }
    TestHttp nobody = new TestHttp(port, Encoding.JSON);
    assertThat(nobody.get("/sync/v1/pull?" + MARK).status()).isEqualTo(401);
    assertThat(
            nobody
                .send(nobody.request("/" + MARK).header("Origin", "http://" + MARK + ".example"))
                .status())
        .isEqualTo(403);
  }

  /** A table that is gone: the server does not know what to say, and says it in the log. */
  private static void aBrokenDatabase(FakeIssuer issuer, int port) throws Exception {
    TestHttp http = http(issuer, port, "Researcher");
    TestDevice device = new TestDevice(http, "Author " + MARK);
    Op op =
        device.edit(
            TestDevice.newRecord(),
            "study",
            0,
            Map.of("title", FieldChange.put(Value.text("Lost " + MARK))));
    try (Connection owner = TestDatabase.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("drop schema sync cascade");
    }
    TestHttp.Answer answer =
        http.post("/sync/v1/push", WireFormat.PUSH, device.pushOf(List.of(op)));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("SRV-22");
    assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
    assertThat(new String(answer.plain(), StandardCharsets.UTF_8)).doesNotContain(MARK);
  }
}
