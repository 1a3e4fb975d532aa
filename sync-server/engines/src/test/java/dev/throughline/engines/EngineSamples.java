package dev.throughline.engines;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the tests of engines share: options, connections and patience. */
final class EngineSamples {
  /** One unpacked copy of the programs for all tests of the module. */
  static final Path PROGRAMS = Path.of("target", "postgres-programs");

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final long LOOK_AGAIN_NANOS = 2_000_000;

  private EngineSamples() {}

  static PostgresEngine start(Path dataFolder) {
    return PostgresEngine.start(options(dataFolder, 0));
  }

  static PostgresEngine.Options options(Path dataFolder, int port) {
    return new PostgresEngine.Options(dataFolder, port, WAIT, PROGRAMS);
  }

  static Connection connect(PostgresEngine engine, Credentials who) throws SQLException {
    return DriverManager.getConnection(engine.jdbcUrl(), who.user(), who.password());
  }

  static void run(PostgresEngine engine, Credentials who, String sql) throws SQLException {
    try (var connection = connect(engine, who);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row, as text. */
  static String ask(PostgresEngine engine, Credentials who, String query) throws SQLException {
    try (var connection = connect(engine, who);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain for " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
