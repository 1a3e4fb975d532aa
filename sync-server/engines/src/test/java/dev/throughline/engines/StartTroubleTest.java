package dev.throughline.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTroubleTest {
  @TempDir private Path home;

  private PostgresFolder folder() {
    return new PostgresFolder(home.resolve("postgres"));
  }

  @ParameterizedTest
  @CsvSource({
    "FATAL: could not write to file: No space left on device,DISK_FULL",
    "initdb: error: could not create directory: Permission denied,FOLDER_NOT_WRITABLE",
    "initdb: error: cannot be run as root,ROOT_REFUSED",
    "pg_ctl: server did not start in time,START_TOO_SLOW",
    "something nobody has seen before,START_FAILED"
  })
  void wordsOfTheServerBecomeOneSentence(String words, EngineException.Code code) {
    assertThat(StartTrouble.of(folder(), words).code()).isEqualTo(code);
  }

  @Test
  void logsOfEarlierStartsAreNotBlamed() throws IOException {
    Files.createDirectories(folder().serverLogs());
    Files.writeString(folder().startLog(), "LOG: redirecting log output to the collector\n");
    Files.writeString(
        folder().serverLogs().resolve("postgres-Mon.log"),
        "starting PostgreSQL 18\ncould not bind\nstarting PostgreSQL 18\nNo space left\n");

    var words = StartTrouble.wordsOfLastStart(folder(), "");

    assertThat(StartTrouble.isPortTaken(words)).isFalse();
    assertThat(EngineException.isDiskFull(words)).isTrue();
  }

  @Test
  void ownLogCountsOnlyWhenItWasOpened() throws IOException {
    Files.createDirectories(folder().serverLogs());
    Files.writeString(folder().startLog(), "FATAL: configuration file is broken\n");
    Files.writeString(
        folder().serverLogs().resolve("postgres-Mon.log"),
        "starting PostgreSQL 18\ncould not bind\n");

    assertThat(StartTrouble.isPortTaken(StartTrouble.wordsOfLastStart(folder(), ""))).isFalse();
  }
}
