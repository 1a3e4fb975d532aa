package dev.throughline.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each trouble gets its sentence, and what was there before is as it was. */
class PostgresRefusalIT {
  @TempDir private Path home;

  private Path dataFolder() {
    return home.resolve("postgres");
  }

  private void assertRefused(EngineException.Code code, String... words) {
    assertRefused(EngineSamples.options(dataFolder(), 0), code, words);
  }

  private static void assertRefused(
      PostgresEngine.Options options, EngineException.Code code, String... words) {
    assertThatThrownBy(() -> PostgresEngine.start(options).close())
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.sentence()).contains(words).doesNotContain("\n");
              assertThat(e).hasMessageContaining(code.id());
            });
  }

  @Test
  void folderOfAnotherMajorVersionIsLeftUntouched() throws IOException {
    Files.createDirectory(dataFolder());
    Files.writeString(dataFolder().resolve("PG_VERSION"), "17\n");

    assertRefused(EngineException.Code.OTHER_VERSION, "Postgres 17", "Postgres 18", "untouched");

    assertThat(home).isDirectoryRecursivelyContaining(path -> path.endsWith("PG_VERSION"));
    try (var beside = Files.list(home)) {
      assertThat(beside).containsExactly(dataFolder());
    }
  }

  @Test
  void folderWithOtherThingsIsLeftUntouched() throws IOException {
    Files.createDirectory(dataFolder());
    Files.writeString(dataFolder().resolve("letter.txt"), "dear");

    assertRefused(EngineException.Code.FOREIGN_FOLDER, "not a database");

    assertThat(dataFolder().resolve("letter.txt")).hasContent("dear");
  }

  @Test
  void takenPortIsNamed() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertRefused(
          EngineSamples.options(dataFolder(), port),
          EngineException.Code.PORT_TAKEN,
          "Port " + port);
    }
    assertThat(dataFolder()).doesNotExist();
  }

  @Test
  void nameThatAShellWouldChangeIsRefused() {
    assertRefused(
        EngineSamples.options(home.resolve("costs 5$").resolve("postgres"), 0),
        EngineException.Code.UNUSABLE_NAME,
        "Choose another folder");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void placeThatCannotHoldFoldersIsNamed() throws IOException {
    var file = Files.writeString(home.resolve("file"), "");
    assertRefused(
        EngineSamples.options(file.resolve("below").resolve("postgres"), 0),
        EngineException.Code.FOLDER_NOT_WRITABLE,
        "cannot write");
  }

  @Test
  void secondStartInThisJvmIsRefusedAndHarmless() throws IOException {
    try (var engine = EngineSamples.start(dataFolder())) {
      assertRefused(EngineException.Code.ALREADY_RUNNING, "Another Throughline");
      var otherWay = Files.createSymbolicLink(home.resolve("link"), home).resolve("postgres");
      assertRefused(
          EngineSamples.options(otherWay, 0), EngineException.Code.ALREADY_RUNNING, "Another");
      assertThat(Postmaster.on(dataFolder())).isPresent();
      assertThat(engine.port()).isPositive();
    }
    assertThat(Postmaster.on(dataFolder())).isEmpty();
  }

  @Test
  void databaseThatLostItsPasswordsIsLeftUntouched() throws IOException {
    EngineSamples.start(dataFolder()).close();
    var secrets = home.resolve("postgres.secrets");
    var kept = home.resolve("kept");
    Files.move(secrets, kept);

    assertRefused(EngineException.Code.SECRETS_MISSING, "postgres.secrets");

    assertThat(secrets).doesNotExist();
    Files.move(kept, secrets);
    EngineSamples.start(dataFolder()).close();
  }
}
