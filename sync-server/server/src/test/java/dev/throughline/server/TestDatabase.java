package dev.throughline.server;

import dev.throughline.engines.Credentials;
import dev.throughline.engines.PostgresEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One real Postgres for all tests of this JVM, in a temporary folder. */
public final class TestDatabase {
  private static final Path FOLDER = folder();
  private static final Path BLOBS = FOLDER.resolve("blobs");
  private static final PostgresEngine ENGINE = start(FOLDER);

  private TestDatabase() {}

  /** What a server needs to run on this database, on a free port. */
  public static Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("server.port", "0");
    properties.put("throughline.database.url", ENGINE.jdbcUrl());
    properties.put("throughline.database.owner.user", ENGINE.owner().user());
    properties.put("throughline.database.owner.password", ENGINE.owner().password());
    properties.put("throughline.database.app.user", ENGINE.app().user());
    properties.put("throughline.database.app.password", ENGINE.app().password());
    properties.put("throughline.database.sequencer.user", ENGINE.sequencer().user());
    properties.put("throughline.blobs.folder", BLOBS.toString());
    return properties;
  }

  public static Connection asOwner() throws SQLException {
    return connect(ENGINE.owner());
  }

  public static Connection asApp() throws SQLException {
    return connect(ENGINE.app());
  }

  public static Connection asSequencer() throws SQLException {
    return connect(ENGINE.sequencer());
  }

  /** Back to a database nobody has started a server on. */
  static void wipe() {
    try (Connection owner = asOwner();
        var statement = owner.createStatement()) {
      statement.execute("drop schema if exists memory cascade");
      statement.execute("drop schema if exists kernel cascade");
      statement.execute("drop schema if exists audit cascade");
      statement.execute("drop schema if exists sync cascade");
      statement.execute("drop schema if exists migrations cascade");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(Credentials credentials) throws SQLException {
    return DriverManager.getConnection(
        ENGINE.jdbcUrl(), credentials.user(), credentials.password());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("throughline-server-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PostgresEngine start(Path folder) {
    Path programs = Path.of("target", "postgres-programs").toAbsolutePath();
    PostgresEngine engine =
        PostgresEngine.start(
            new PostgresEngine.Options(
                folder.resolve("postgres"), 0, Duration.ofSeconds(60), programs));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(engine, folder)));
    return engine;
  }

  private static void stop(PostgresEngine engine, Path folder) {
    engine.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
