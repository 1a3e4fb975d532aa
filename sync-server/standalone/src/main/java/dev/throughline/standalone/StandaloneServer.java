package dev.throughline.standalone;

import dev.throughline.engines.EngineException;
import dev.throughline.engines.PostgresEngine;
import dev.throughline.server.SyncServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A server with its own database on one folder, running until {@link #close()}. Several can run in
 * one process, each on its own folder.
 */
public final class StandaloneServer implements AutoCloseable {
  /** The port clients look for when they are told none. */
  public static final int DEFAULT_PORT = 7480;

  private static final Duration ENGINE_START_WAIT = Duration.ofSeconds(60);

  private final PostgresEngine postgres;
  private final SyncServer.Running server;
  private final ServerFile file;

  private StandaloneServer(PostgresEngine postgres, SyncServer.Running server, ServerFile file) {
    this.postgres = postgres;
    this.server = server;
    this.file = file;
  }

  /** Exit codes: 0 stopped or asked for help, 1 could not start, 2 wrong options. */
  public static void main(String[] arguments) {
    new Program()
        .run(CommandLine.parse(arguments, DataFolders.ofThisComputer()))
        .ifPresent(System::exit);
  }

  /**
   * Where and how to run.
   *
   * @param data the folder that holds everything; made when it is missing
   * @param port where to answer, or 0 for a free port
   * @param postgresPort where the database answers, or 0 for a free port that is kept
   * @param programs where the database programs are unpacked once; folders can share it
   */
  public record Options(Path data, int port, int postgresPort, Path programs) {
    /** With free ports and the programs inside the data folder. */
    public static Options in(Path data) {
      return new Options(data, 0, 0, data.resolve("postgres-programs"));
    }

    /** The same, answering on that port. */
    public Options onPort(int wanted) {
      return new Options(data, wanted, postgresPort, programs);
    }
  }

  /**
   * Starts the database, then the server; returns when it answers.
   *
   * @throws EngineException when the database cannot start
   * @throws RuntimeException when the server cannot; the reason has been logged in one sentence.
   *     Nothing is left running.
   */
  public static StandaloneServer start(Options options) {
    var postgres =
        PostgresEngine.start(
            new PostgresEngine.Options(
                options.data().resolve("postgres"),
                options.postgresPort(),
                ENGINE_START_WAIT,
                options.programs()));
    try {
      var server = SyncServer.start(properties(postgres, options.port()));
      return announced(postgres, server, options.data());
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Finishes what is under way, then stops the server and the database. */
  @Override
  public void close() {
    try (postgres;
        server) {
      file.remove();
    }
  }

  private static StandaloneServer announced(
      PostgresEngine postgres, SyncServer.Running server, Path data) {
    try {
      return new StandaloneServer(postgres, server, ServerFile.write(data, server.port()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Map<String, String> properties(PostgresEngine postgres, int port) {
    return Map.of(
        "server.port", String.valueOf(port),
        "throughline.database.url", postgres.jdbcUrl(),
        "throughline.database.owner.user", postgres.owner().user(),
        "throughline.database.owner.password", postgres.owner().password(),
        "throughline.database.app.user", postgres.app().user(),
        "throughline.database.app.password", postgres.app().password(),
        "throughline.database.sequencer.user", postgres.sequencer().user());
  }
}
