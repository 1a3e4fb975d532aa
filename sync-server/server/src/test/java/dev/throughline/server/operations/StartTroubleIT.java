package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTroubleIT {
  @BeforeEach
  void wipe() {
    TestServers.wipe();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "203.0.113.7"})
  void anAddressOthersCanReachIsRefused(String address) {
    assertThat(sentence(Map.of("server.address", address)))
        .contains(address, "takes TLS", "SRV-34");
  }

  @Test
  void aManagementAddressOthersCanReachIsRefused() {
    assertThat(sentence(Map.of("management.server.address", "0.0.0.0"))).contains("SRV-34");
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(sentence(Map.of("server.port", port))).contains(port, "SRV-31");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsNamed() {
    assertThat(sentence(Map.of("throughline.database.url", "jdbc:postgresql://127.0.0.1:1/none")))
        .contains("does not answer", "SRV-32");
  }

  @Test
  void aWrongPasswordIsNamed() {
    assertThat(sentence(Map.of("throughline.database.owner.password", "wrong")))
        .contains("user or password", "SRV-37");
  }

  @Test
  void aFileOfRolesThatCannotBeUsedIsNamed(@TempDir Path folder) throws IOException {
    Map<String, String> wrong =
        Map.of(
            "", "it is no JSON",
            "[]", "it is no JSON",
            "{\"version\": 1}", "it is no JSON",
            "{\"version\": 0, \"groups\": {}}", "its version must be 1 or more",
            "{\"version\": 1, \"groups\": {\"a\": [\"King\"]}}", "there is no role King");
    Path file = folder.resolve("roles.json");
    assertThat(sentence(Map.of("throughline.identity.roles", file.toString())))
        .contains("it cannot be read", "SRV-41");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      Files.writeString(file, one.getKey());
      assertThat(sentence(Map.of("throughline.identity.roles", file.toString())))
          .as(one.getKey())
          .contains(one.getValue(), "SRV-41");
    }
  }

  @Test
  void aMissingRoleIsNamed() {
    assertThat(sentence(Map.of("throughline.database.sequencer.user", "nobody_here")))
        .contains("nobody_here", "SRV-35");
  }

  @Test
  void aMissingSettingIsNamed() {
    Map<String, String> properties = new HashMap<>(TestDatabase.properties());
    properties.remove("throughline.database.url");
    Throwable failure = catchThrowable(() -> SyncServer.start(properties).close());
    assertThat(StartTrouble.sentence(failure)).contains("throughline.database.url", "SRV-36");
  }

  @Test
  void aDatabaseOfANewerVersionIsLeftAlone() throws SQLException {
    SyncServer.start(TestDatabase.properties()).close();
    try (Connection owner = TestDatabase.asOwner();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into migrations.flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by,
             execution_time, success)
          values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'owner', 1,
                  true)
          """);
    }
    assertThat(sentence(Map.of())).contains("newer version", "99", "SRV-33");
  }

  @Test
  void theProgramSaysWhyInOneLineAndEndsWithAnError() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SyncServer.class.getName(),
            "--server.address=0.0.0.0",
            "--throughline.database.url=jdbc:postgresql://127.0.0.1:1/none",
            "--throughline.database.owner.user=owner",
            "--throughline.database.owner.password=none",
            "--throughline.database.app.user=app",
            "--throughline.database.app.password=none");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output.lines()).singleElement().asString().contains("SRV-34");
  }

  private static String sentence(Map<String, String> changed) {
    Map<String, String> properties = new HashMap<>(TestDatabase.properties());
    properties.putAll(changed);
    Throwable failure = catchThrowable(() -> SyncServer.start(properties).close());
    assertThat(failure).isNotNull();
    return StartTrouble.sentence(failure);
  }
}
