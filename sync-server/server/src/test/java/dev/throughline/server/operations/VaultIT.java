package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.throughline.model.wire.Encoding;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose secrets are in Vault, played as far as it is asked. */
class VaultIT {
  private static final String PASSWORD = "throughline.database.app.password";

  @TempDir Path folder;
  private PlayedVault vault;

  @BeforeEach
  void open() throws IOException {
    vault =
        new PlayedVault(
            Map.of(PASSWORD, Objects.requireNonNull(TestDatabase.properties().get(PASSWORD))));
  }

  @AfterEach
  void close() {
    vault.close();
  }

  /** Everything but the one secret. */
  private Map<String, String> properties(String... changed) {
    Map<String, String> properties = new HashMap<>(TestDatabase.properties());
    properties.remove(PASSWORD);
    properties.put("spring.profiles.active", "vault");
    properties.put("spring.cloud.vault.uri", vault.uri());
    properties.put("spring.cloud.vault.token", PlayedVault.TOKEN);
    for (int i = 0; i < changed.length; i += 2) {
      properties.put(changed[i], changed[i + 1]);
    }
    return properties;
  }

  private void assertServes(Map<String, String> properties) {
    try (SyncServer.Running server = SyncServer.start(properties)) {
      TestHttp http = new TestHttp(server.port(), Encoding.JSON);
      assertThat(http.get("/sync/v1/pull").status()).isEqualTo(200);
    } catch (RuntimeException e) {
      throw new AssertionError("asked: " + vault.asked(), e);
    }
  }

  private static String sentence(Map<String, String> properties) {
    Throwable failure = catchThrowable(() -> SyncServer.start(properties).close());
    assertThat(failure).isNotNull();
    return StartTrouble.sentence(failure);
  }

  @Test
  void aTokenOpensIt() {
    assertServes(properties());
    assertThat(vault.asked()).contains("GET /v1/secret/data/throughline");
  }

  @Test
  void theAccountOfAPodOpensIt() throws IOException {
    Path account = folder.resolve("token");
    Files.writeString(account, PlayedVault.SERVICE_ACCOUNT);
    String kubernetes = "spring.cloud.vault.kubernetes.";
    assertServes(
        properties(
            "spring.cloud.vault.token",
            "",
            "spring.cloud.vault.authentication",
            "KUBERNETES",
            kubernetes + "role",
            PlayedVault.ROLE,
            kubernetes + "service-account-token-file",
            account.toString()));
    assertThat(vault.asked())
        .contains("POST /v1/auth/kubernetes/login", "GET /v1/secret/data/throughline");
  }

  @Test
  void withoutItTheServerDoesNotStart() {
    for (String profiles : new String[] {"vault", "cluster,vault"}) {
      assertThat(
              sentence(
                  properties(
                      "spring.profiles.active",
                      profiles,
                      "spring.cloud.vault.uri",
                      "http://127.0.0.1:1")))
          .contains("Vault does not answer, or refuses", "SRV-43");
    }
    assertThat(sentence(properties("spring.cloud.vault.token", "hvs.wrong"))).contains("SRV-43");
    assertThat(sentence(properties("spring.cloud.vault.token", ""))).contains("SRV-43");
  }
}
