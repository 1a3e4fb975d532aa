package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.server.SyncServer;
import dev.throughline.server.TestServers;
import dev.throughline.server.played.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS, and services that show certificates. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
class TlsIT {
  private static final String METRICS = "/actuator/prometheus";

  @TempDir static Path folder;
  private static TestAuthority authority = new TestAuthority(Path.of(""));
  private static SyncServer.Running server;

  @BeforeAll
  static void start() throws Exception {
    authority =
        TestAuthority.in(
            folder,
            "server=dns:localhost,ip:127.0.0.1",
            "next=dns:localhost,ip:127.0.0.1",
            "prober=dns:prober.internal",
            "stranger=dns:stranger.internal");
    Map<String, String> properties = new HashMap<>();
    String bundle = "spring.ssl.bundle.jks.server.";
    properties.put("server.ssl.bundle", "server");
    properties.put("server.ssl.client-auth", "want");
    properties.put("server.ssl.enabled-protocols", "TLSv1.3");
    properties.put(bundle + "reload-on-update", "true");
    properties.put("spring.ssl.bundle.watch.file.quiet-period", "50ms");
    store(properties, bundle + "keystore.", "server");
    store(properties, bundle + "truststore.", "trust");
    properties.put("throughline.services[" + METRICS + "]", "dns:prober.internal");
    server = TestServers.another(properties);
  }

  private static void store(Map<String, String> properties, String prefix, String name) {
    properties.put(prefix + "location", "file:" + authority.file(name));
    properties.put(prefix + "password", TestAuthority.PASSWORD);
    properties.put(prefix + "type", "PKCS12");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Trusts the test authority; shows the certificate of that name, or none for an empty one. */
  private static HttpClient client(String name) {
    return HttpClient.newBuilder().sslContext(authority.context(name)).build();
  }

  private static HttpResponse<String> get(HttpClient client, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void peopleAreServedOverTlsAlone() throws Exception {
    HttpResponse<String> answer = get(client(""), "/actuator/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(get(client(""), "/sync/v1/pull?after=0").statusCode()).isEqualTo(200);
    assertThat(get(client(""), "/sync/v1/pull", "Origin", "https://evil.example").statusCode())
        .as("web pages stay out")
        .isEqualTo(403);
    assertThatThrownBy(() -> get(HttpClient.newHttpClient(), "/actuator/health"))
        .as("who does not know the authority does not trust it")
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void onlyTheServiceThatIsListedReachesItsRoute() throws Exception {
    assertThat(get(client("prober"), METRICS).statusCode()).isEqualTo(200);
    for (String name : List.of("", "stranger")) {
      HttpResponse<String> answer = get(client(name), METRICS);
      assertThat(answer.statusCode()).as(name).isEqualTo(403);
      assertThat(answer.body()).contains("SRV-19");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  @Test
  void aCertificateIsReplacedWithoutARestart() throws Exception {
    Files.copy(
        authority.file("next"), authority.file("server"), StandardCopyOption.REPLACE_EXISTING);
    String shown = "";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!shown.equals("CN=next") && System.nanoTime() < end) {
      X509Certificate certificate =
          (X509Certificate)
              get(client(""), "/actuator/health")
                  .sslSession()
                  .orElseThrow()
                  .getPeerCertificates()[0];
      shown = certificate.getSubjectX500Principal().getName();
    }
    assertThat(shown).isEqualTo("CN=next");
  }
}
