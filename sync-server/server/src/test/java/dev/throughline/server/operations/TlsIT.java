package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.server.SyncServer;
import dev.throughline.server.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS, and services that show certificates. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
class TlsIT {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String METRICS = "/actuator/prometheus";

  @TempDir static Path folder;
  private static SyncServer.Running server;

  @BeforeAll
  static void start() throws Exception {
    certify(
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
    properties.put(prefix + "location", "file:" + folder.resolve(name + ".p12"));
    properties.put(prefix + "password", new String(PASSWORD));
    properties.put(prefix + "type", "PKCS12");
  }

  private static void certify(String... names) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add(Path.of("..", "make-test-ca").toAbsolutePath().normalize().toString());
    command.add(folder.toString());
    command.addAll(List.of(names));
    ProcessBuilder script =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("script.log").toFile());
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = script.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(() -> read(folder.resolve("script.log"))).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Trusts the test authority; shows the certificate of that name, or none for an empty one. */
  private static HttpClient client(String name) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys("trust"));
    KeyManagerFactory shown =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(name.isEmpty() ? null : keys(name), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static KeyStore keys(String name) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
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
        folder.resolve("next.p12"),
        folder.resolve("server.p12"),
        StandardCopyOption.REPLACE_EXISTING);
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
