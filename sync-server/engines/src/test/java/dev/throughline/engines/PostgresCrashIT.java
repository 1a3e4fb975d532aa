package dev.throughline.engines;

import static dev.throughline.engines.EngineSamples.ask;
import static dev.throughline.engines.EngineSamples.await;
import static dev.throughline.engines.EngineSamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deaths by {@code kill -9} at bad moments, in JVMs of their own. */
class PostgresCrashIT {
  @TempDir private Path home;

  private Path dataFolder() {
    return home.resolve("postgres");
  }

  @Test
  void orphanOfAKilledJvmIsReplacedAndItsDataIsWhole() throws IOException, SQLException {
    var child = EngineChild.on(dataFolder());
    assertThat(child.outcome()).startsWith("ready");
    var orphan = Postmaster.on(dataFolder()).orElseThrow().process();
    var secrets = Secrets.openOrMake(home.resolve("postgres.secrets"), new SecureRandom());
    writeThroughTheOrphan(secrets.owner());
    child.kill();
    assertThat(orphan.isAlive()).isTrue();

    try (var engine = EngineSamples.start(dataFolder())) {
      await("the end of the orphan", () -> !orphan.isAlive());
      assertThat(ask(engine, engine.owner(), "select count(*) from kept")).isEqualTo("1000");
    }
  }

  private void writeThroughTheOrphan(Credentials owner) throws IOException, SQLException {
    var port = Files.readString(home.resolve("postgres.port")).strip();
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresEngine.DATABASE;
    try (var connection = DriverManager.getConnection(url, owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select generate_series(1, 1000) as n");
    }
  }

  @Test
  void secondJvmIsRefusedWhileTheFirstLives() throws IOException, SQLException {
    try (var engine = EngineSamples.start(dataFolder());
        var child = EngineChild.on(dataFolder())) {
      assertThat(child.outcome()).startsWith("ALREADY_RUNNING Another Throughline");
      assertThat(ask(engine, engine.app(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void firstStartKilledWhileMakingTheFilesIsFinishedByTheNext() throws IOException, SQLException {
    try (var child = EngineChild.on(dataFolder())) {
      await("initdb at work", () -> isInDraft("PG_VERSION"));
      child.kill();
    }
    assertThat(dataFolder()).doesNotExist();

    assertComesUpWhole();
    await("the end of the killed start's initdb", this::noInitdbIsAtWork);
    EngineSamples.start(dataFolder()).close();
    assertThat(isInDraft("PG_VERSION")).isFalse();
  }

  private boolean noInitdbIsAtWork() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .noneMatch(
            line -> line.contains("--pgdata=") && line.contains(home.getFileName().toString()));
  }

  private boolean isInDraft(String name) {
    try (var drafts = Files.newDirectoryStream(home, "postgres.new-*")) {
      for (var draft : drafts) {
        if (Files.exists(draft.resolve(name))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void firstStartKilledBeforeTheRolesIsFinishedByTheNext() throws IOException, SQLException {
    try (var child = EngineChild.on(dataFolder())) {
      await("the files of the database", () -> Files.exists(dataFolder()));
      child.kill();
    }

    assertComesUpWhole();
  }

  @Test
  void rolesAndDatabaseThatAreMissingAreMadeAgain() throws IOException, SQLException {
    try (var engine = EngineSamples.start(dataFolder())) {
      var superuser = engine.superuser();
      run(engine, superuser, "drop owned by throughline_sequencer");
      run(engine, superuser, "drop role throughline_sequencer");
      run(engine, superuser, "alter role throughline_app superuser password 'lost'");
      var elsewhere = engine.jdbcUrl().replace("/throughline", "/postgres");
      try (var connection =
              DriverManager.getConnection(elsewhere, superuser.user(), superuser.password());
          var statement = connection.createStatement()) {
        statement.execute("drop database throughline");
      }
    }

    assertComesUpWhole();
  }

  private void assertComesUpWhole() throws SQLException {
    try (var engine = EngineSamples.start(dataFolder())) {
      run(engine, engine.owner(), "create table whole (id int)");
      assertThat(ask(engine, engine.app(), "select current_user")).isEqualTo("throughline_app");
      assertThat(ask(engine, engine.app(), "select rolsuper from pg_roles where rolname = user"))
          .isEqualTo("f");
      assertThat(ask(engine, engine.sequencer(), "select 1")).isEqualTo("1");
    }
  }
}
