package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.keys.ServiceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a server of an organisation does not start on. */
class ClusterRulesIT {
  private static final String PASSWORD = "throughline.database.app.password";
  private static final String ISSUER = "throughline.identity.issuer";
  private static final String KERNEL = "throughline.kernel.url";
  private static final String SENTINEL = "throughline.sentinel.url";
  private static final String SEAL_KEY = "throughline.audit.key";
  private static final String BUCKET = "throughline.blobs.s3.bucket";
  private static final Map<String, String> FIT =
      Map.of(
          ISSUER,
          "https://id.example.org/realms/team",
          PASSWORD,
          "fN3w-7dqk-Lz81-app",
          "throughline.database.app.user",
          "throughline_app",
          "throughline.database.owner.password",
          "p0Qx-aa71-Rt5v-own",
          "spring.ssl.bundle.jks.server.keystore.password",
          "Wm49-keys-of-ours",
          KERNEL,
          "https://kernel.example.org",
          SENTINEL,
          "https://sentinel.example.org:7602",
          BUCKET,
          "recordings",
          SEAL_KEY,
          ServiceKey.make().toPkcs8());

  @TempDir Path folder;

  private static void start(Map<String, String> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.copyOf(properties)));
    start(environment);
  }

  private static void start(ConfigurableEnvironment environment) {
    ClusterRules rules = new ClusterRules();
    rules.setEnvironment(environment);
    rules.postProcessBeanFactory(new DefaultListableBeanFactory());
  }

  @Test
  void anOrganisationsOwnIsFit() {
    assertThatCode(() -> start(FIT)).doesNotThrowAnyException();
  }

  @Test
  void whatIsForTryingOutIsNamed() {
    String[][] changes = {
      {ISSUER, ""},
      {ISSUER, "http://id.example.org"},
      {ISSUER, "https://127.0.0.1:8443"},
      {ISSUER, "https://localhost/realms/team"},
      {ISSUER, "https://no host"},
      {KERNEL, ""},
      {KERNEL, "http://kernel.example.org"},
      {SENTINEL, " "},
      {SENTINEL, "http://127.0.0.1:7602"},
      {BUCKET, ""},
      {SEAL_KEY, " "},
      {"throughline.blobs.folder", "/srv/blobs"},
      {"throughline.blobs.s3.endpoint", "http://s3.example.org"},
      {"throughline.blobs.s3.secret-key", "changeit"},
      {PASSWORD, ""},
      {PASSWORD, "short"},
      {PASSWORD, "throughline_app"},
      {PASSWORD, "Password-2026-"},
      {"throughline.database.owner.password", "changeit"},
      {"spring.ssl.bundle.jks.server.keystore.password", "changeit"},
      {"throughline.notices.webhook.secret", "short"},
      {"spring.config.import", "optional:vault://"},
      {"spring.config.import", "optional:file:x;optional:vault://secret/x"},
      {"spring.config.import[0]", "optional:vault:"},
      {"spring.config.additional-location", "file:x/, optional:vault://"},
      {"spring.cloud.vault.enabled", "false"},
      {"spring.cloud.vault.fail-fast", "off"},
      {"spring.datasource.password", "changeit"},
      {"spring.datasource.password", ""},
      {"spring.datasource.hikari.password", "short"},
      {"spring.flyway.password", "postgres"},
      {"server.tomcat.remoteip.internal-proxies", ""},
      {"server.forward-headers-strategy", "FRAMEWORK"},
      {"spring.datasource.url", "jdbc:postgresql://db.example.org/t?ssl=true&password=change%6De"},
      {"spring.flyway.url", "jdbc:postgresql://db.example.org/t?password="},
    };
    for (String[] change : changes) {
      Map<String, String> properties = new HashMap<>(FIT);
      properties.put("spring.profiles.active", "cluster,vault");
      properties.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
      properties.put("server.tomcat.remoteip.internal-proxies", "10\\.1\\.2\\.3");
      assertThatCode(() -> start(properties)).doesNotThrowAnyException();
      properties.put(change[0], change[1]);
      String named = change[0].replaceAll("\\[.*", "");
      assertThatThrownBy(() -> start(properties))
          .as(String.join("=", change))
          .isInstanceOf(ClusterRules.Unfit.class)
          .hasMessageContaining(named)
          .message()
          .doesNotContain("Password-2026-");
    }
  }

  @Test
  void whoBelievesProxiesSaysWhichOnes() {
    String[][] believing = {
      {"server.forward-headers-strategy", "native"},
      {"server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto"},
      {"spring.main.cloud-platform", "kubernetes"},
    };
    for (String[] setting : believing) {
      Map<String, String> properties = new HashMap<>(FIT);
      properties.put(setting[0], setting[1]);
      assertThatThrownBy(() -> start(properties))
          .as(String.join("=", setting))
          .hasMessageContaining("server.tomcat.remoteip.internal-proxies");
      properties.put("server.tomcat.remoteip.internal-proxies", "10\\.1\\.2\\.3");
      assertThatCode(() -> start(properties)).doesNotThrowAnyException();
    }
  }

  @Test
  void whatOneSourceHidesOfAnotherIsSeen() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("file", Map.of("spring.config.import", "optional:vault:")));
    Map<String, Object> first = new HashMap<>(FIT);
    first.put("spring.config.import", "optional:configtree:/run/secrets/");
    environment.getPropertySources().addFirst(new MapPropertySource("first", first));
    assertThatThrownBy(() -> start(environment)).hasMessageContaining("makes Vault optional");
  }

  @Test
  void aLoginByCertificateNeedsNoPassword() {
    Map<String, String> byKey = new HashMap<>(FIT);
    byKey.put(PASSWORD, "");
    byKey.put("spring.datasource.password", "${" + PASSWORD + "}");
    byKey.put("throughline.database.url", "jdbc:postgresql://db.example.org/t?ssl=true&sslkey=k");
    assertThatThrownBy(() -> start(byKey)).hasMessageContaining(PASSWORD);
    byKey.put("spring.datasource.url", "${throughline.database.url}");
    assertThatCode(() -> start(byKey)).doesNotThrowAnyException();
    byKey.put("spring.datasource.password", "changeit");
    assertThatThrownBy(() -> start(byKey)).hasMessageContaining("spring.datasource.password");
  }

  private static String sentence(String... changed) {
    Map<String, String> properties = new HashMap<>(TestDatabase.properties());
    properties.put("spring.profiles.active", "cluster");
    properties.put(ISSUER, "https://id.example.org/realms/team");
    properties.put(KERNEL, "https://kernel.example.org");
    properties.put(SENTINEL, "https://sentinel.example.org");
    properties.remove("throughline.blobs.folder");
    properties.put(BUCKET, "recordings");
    properties.put(SEAL_KEY, ServiceKey.make().toPkcs8());
    properties.put("throughline.blobs.s3.endpoint", "https://127.0.0.1:1");
    properties.put("throughline.blobs.s3.access-key", "throughline");
    properties.put("throughline.blobs.s3.secret-key", "jK8w-none-of-yours");
    for (int i = 0; i < changed.length; i += 2) {
      properties.put(changed[i], changed[i + 1]);
    }
    properties.values().removeIf(String::isEmpty);
    Throwable failure = catchThrowable(() -> SyncServer.start(properties).close());
    assertThat(failure).isNotNull();
    return StartTrouble.sentence(failure);
  }

  @Test
  void whatIsEmbeddedAndTheDemoProviderAreRefused() {
    assertThat(sentence(KERNEL, "", SENTINEL, ""))
        .contains(KERNEL + " is not set, so that an embedded one would be asked", "SRV-42")
        .contains(SENTINEL + " is not set");
    assertThat(sentence()).contains("the database is the embedded one", "SRV-42");
    assertThat(sentence(ISSUER, "http://127.0.0.1:9000"))
        .contains(ISSUER + " is not an https address", "SRV-42");
  }

  @Test
  void secretsComeFromFilesToo() throws IOException {
    String setting = "throughline.database.owner.password";
    String secret = Objects.requireNonNull(TestDatabase.properties().get(setting));
    assertThat(sentence(setting, "")).contains("SRV-37");
    Files.writeString(folder.resolve(setting), secret);
    assertThat(sentence(setting, "", "throughline.secrets", folder.toString()))
        .as("everything is there but a database of one's own")
        .contains("the database is the embedded one");
  }

  @Test
  void aSettingThatCannotBeUsedIsNamed() {
    assertThat(sentence("spring.profiles.active", "", "throughline.limits.person.burst", "0"))
        .contains("throughline.limits.person", "burst and per-second", "SRV-44");
  }
}
