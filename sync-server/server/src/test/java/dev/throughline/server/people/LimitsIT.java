package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.wire.Encoding;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with small limits behind a proxy that says where requests come from. */
class LimitsIT {
  private static final int BURST = 20;
  private static final int REQUESTS_MAX = 2_000;

  private static FakeIssuer issuer;
  private static SyncServer.Running server;
  private static int addresses;

  @BeforeAll
  static void start() throws Exception {
    issuer = new FakeIssuer();
    Map<String, String> properties = new HashMap<>();
    properties.put("throughline.identity.issuer", issuer.url());
    properties.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
    for (String limit : new String[] {"person", "address", "refused-tokens"}) {
      properties.put("throughline.limits." + limit + ".burst", String.valueOf(BURST));
      properties.put("throughline.limits." + limit + ".per-second", "1");
    }
    server = TestServers.another(properties);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  private static String newAddress() {
    return "203.0.113." + ++addresses;
  }

  private static TestHttp.Answer ask(String from, String token, String path) {
    TestHttp http = new TestHttp(server.port(), Encoding.JSON, token);
    return http.send(http.request(path).header("X-Forwarded-For", from));
  }

  private static String person(String subject) throws Exception {
    return issuer.signed(issuer.claims().subject(subject).build());
  }

  /** Asks until there is no more; what is refused is refused as it should be. */
  private static int answered(int status, Supplier<TestHttp.Answer> ask) {
    for (int count = 0; count < REQUESTS_MAX; count++) {
      TestHttp.Answer answer = ask.get();
      if (answer.status() == 429) {
        assertThat(answer.code()).isEqualTo("SRV-23");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        return count;
      }
      assertThat(answer.status()).isEqualTo(status);
    }
    return REQUESTS_MAX;
  }

  @Test
  void onePersonHasOneLimitOnAllTheirComputers() throws Exception {
    String ada = person("ada");
    String from = newAddress();
    assertThat(answered(200, () -> ask(from, ada, "/sync/v1/pull")))
        .isBetween(BURST, REQUESTS_MAX - 1);
    assertThat(ask(newAddress(), person("ada"), "/sync/v1/history").status()).isEqualTo(429);
    assertThat(ask(from, person("ben"), "/sync/v1/pull").status()).isEqualTo(200);
  }

  @Test
  void whoeverIsNotSignedInIsCountedByAddress() throws Exception {
    String from = newAddress();
    assertThat(answered(401, () -> ask(from, "", "/sync/v1/pull")))
        .isBetween(BURST, REQUESTS_MAX - 1);
    assertThat(ask(from, "", "/openapi.yaml").status()).isEqualTo(429);
    assertThat(ask(from, "", Routes.METADATA).status()).as("a constant").isEqualTo(200);
    assertThat(ask(newAddress(), "", "/openapi.yaml").status()).isEqualTo(200);
    assertThat(ask(from, person("cleo"), "/sync/v1/pull").status())
        .as("people at that address work on")
        .isEqualTo(200);
  }

  @Test
  void healthIsToldHoweverOften() {
    String from = newAddress();
    assertThat(answered(401, () -> ask(from, "", "/sync/v1/pull"))).isGreaterThanOrEqualTo(BURST);
    for (String probe : new String[] {"", "/liveness", "/readiness"}) {
      assertThat(ask(from, "", "/actuator/health" + probe).status()).as(probe).isEqualTo(200);
    }
    assertThat(ask(from, "", "/actuator/healthy").status()).isEqualTo(429);
  }

  /** Proxies may be any private address here, so that a client at one may say what it likes. */
  @Test
  void nobodyComesFromThisComputerBySayingSo() {
    for (String said :
        new String[] {"127.0.0.1", "::1", "127.0.0.1, 10.0.0.5", "203.0.113.250", "nowhere"}) {
      assertThat(ask(said, "", "/actuator/prometheus").code()).as(said).isEqualTo("SRV-19");
    }
    TestHttp here = new TestHttp(server.port(), Encoding.JSON);
    assertThat(here.send(here.request("/actuator/prometheus")).status()).isEqualTo(200);
  }

  @Test
  void whoeverGuessesIsSlowedDownAndKeepsNobodyOut() throws Exception {
    String from = newAddress();
    String wrong = issuer.forged(issuer.claims().build());
    assertThat(answered(401, () -> ask(from, wrong, "/sync/v1/pull")))
        .isBetween(BURST, REQUESTS_MAX - 1);
    assertThat(ask(newAddress(), wrong, "/sync/v1/pull").status()).isEqualTo(401);
    assertThat(ask(from, person("dora"), "/sync/v1/pull").status()).isEqualTo(200);
  }

  @Test
  void whatIsRefusedIsCountedWithoutNames() throws Exception {
    String from = newAddress();
    String eve = person("eve-7731");
    assertThat(answered(200, () -> ask(from, eve, "/sync/v1/pull"))).isGreaterThanOrEqualTo(BURST);
    TestHttp http = new TestHttp(server.port(), Encoding.JSON);
    String metrics =
        new String(http.send(http.request("/actuator/prometheus")).plain(), StandardCharsets.UTF_8);
    assertThat(metrics)
        .contains("throughline_limits_refused_total{limit=\"person\"}")
        .doesNotContain("eve-7731", from);
  }
}
