package dev.throughline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.engines.EngineException;
import dev.throughline.engines.PostgresEngine;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EnginesIT {
  private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

  @TempDir private Path home;

  private PostgresEngine.Options database() {
    return new PostgresEngine.Options(
        home.resolve("postgres"), 0, Duration.ofSeconds(60), PROGRAMS);
  }

  @Test
  void bothAnswerWhereTheServerIsToldAndEndTogether() throws IOException {
    int port;
    try (var engines = Engines.start(database(), Optional.empty())) {
      port = engines.temporal().port();
      assertThat(engines.properties())
          .containsEntry("throughline.temporal.target", "127.0.0.1:" + port)
          .containsEntry("throughline.temporal.namespace", "throughline")
          .containsEntry("throughline.database.url", engines.postgres().jdbcUrl());
      new Socket("127.0.0.1", port).close();
    }
    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(IOException.class);
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void databaseThatCannotStartLeavesNoTemporalBehind() throws IOException {
    Files.createDirectory(home.resolve("postgres"));
    Files.writeString(home.resolve("postgres").resolve("letter.txt"), "dear");

    assertThatThrownBy(() -> Engines.start(database(), Optional.empty()).close())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("ENG-03");

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("SelfAdvancingTimer Pump");
  }
}
