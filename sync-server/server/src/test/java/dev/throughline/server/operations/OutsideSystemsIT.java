package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.throughline.model.signing.Json;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestServers;
import dev.throughline.server.kernel.Health;
import dev.throughline.server.kernel.Kernel;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.played.MovedClock;
import dev.throughline.server.played.PlayedKernel;
import dev.throughline.server.played.PlayedSentinel;
import dev.throughline.server.played.TestAuthority;
import dev.throughline.server.sentinel.Question;
import dev.throughline.server.sentinel.Sentinel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Which Kernel and SentinelNet a server asks, as its settings say. */
class OutsideSystemsIT {
  private static final Answer<Health> OURS = new Answer.Given<>(new Health("ok", 1));

  private static <T> T only(SyncServer.Running server, Class<T> type) {
    return TestServers.beans(server, type).iterator().next();
  }

  @Test
  void withoutAnAddressTheyAreEmbedded() {
    assertThat(only(TestServers.shared(), Kernel.class).ready()).isEqualTo(OURS);
    assertThat(TestServers.bean(Sentinel.class).check(question())).isInstanceOf(Answer.Given.class);
  }

  private static Question question() {
    Json.Members nothing = new Json.Members(new TreeMap<>());
    return new Question("request-1", "handoff.register", "throughline", nothing, nothing, false);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
  void withAnAddressTheyAreThoseOfTheOrganisation() throws Exception {
    TestAuthority authority = TestAuthority.shared();
    MovedClock clock = new MovedClock(Instant.parse("2026-11-27T12:00:00Z"));
    try (PlayedKernel kernel =
            new PlayedKernel(authority.context(TestAuthority.OUTSIDE), 3, clock);
        PlayedSentinel sentinel =
            new PlayedSentinel(authority.context(TestAuthority.OUTSIDE), clock)) {
      Map<String, String> properties = new HashMap<>();
      properties.put("throughline.kernel.url", kernel.system().url() + "/");
      properties.put("throughline.kernel.ssl-bundle", "outside");
      properties.put("throughline.kernel.approvals", "3");
      properties.put("throughline.sentinel.url", sentinel.system().url());
      properties.put("throughline.sentinel.ssl-bundle", "outside");
      store(properties, "keystore.", authority.file(TestAuthority.OURS));
      store(properties, "truststore.", authority.file(TestAuthority.TRUST));
      try (SyncServer.Running server = TestServers.another(properties)) {
        assertThat(only(server, Kernel.class).ready())
            .isEqualTo(new Answer.Given<>(new Health("ready", 3)));
        assertThat(only(server, Sentinel.class).check(question())).isInstanceOf(Answer.Given.class);
        assertThat(sentinel.system().requests()).containsExactly("POST /sentinelnet/check");
        assertThat(metrics(server))
            .contains("throughline_outside_calls_seconds_count{kind=\"successful\"")
            .contains("throughline_outside_circuit_state{")
            .contains("system=\"kernel\"", "system=\"sentinel\"");
      }
    }
  }

  private static void store(Map<String, String> properties, String store, Path file) {
    String prefix = "spring.ssl.bundle.jks.outside." + store;
    properties.put(prefix + "location", "file:" + file);
    properties.put(prefix + "password", TestAuthority.PASSWORD);
    properties.put(prefix + "type", "PKCS12");
  }

  private static String metrics(SyncServer.Running server) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/actuator/prometheus");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String sentence(String setting, String value) {
    Throwable failure =
        catchThrowable(
            () ->
                TestServers.another(
                        Map.of("throughline.kernel.url", "https://localhost", setting, value))
                    .close());
    assertThat(failure).as(setting).isNotNull();
    return StartTrouble.sentence(failure);
  }

  @Test
  void settingsThatCannotBeUsedAreNamed() {
    assertThat(sentence("throughline.sentinel.url", "sentinel.example.org"))
        .contains("throughline.sentinel", "begins with https://", "SRV-44");
    assertThat(sentence("throughline.kernel.approvals", "0")).contains("approvals", "SRV-44");
    assertThat(sentence("throughline.kernel.event-name-field", "name"))
        .contains("type or eventType", "SRV-44");
    assertThat(sentence("throughline.kernel.hash-profile", "md5")).contains("SRV-44");
    assertThat(sentence("throughline.kernel.key", "c2VjcmV0"))
        .contains("Ed25519", "SRV-44")
        .doesNotContain("c2VjcmV0");
    assertThat(sentence("throughline.kernel.ssl-bundle", "none")).contains("none", "SRV-46");
  }
}
