package dev.throughline.standalone;

import dev.throughline.engines.EngineException;
import dev.throughline.engines.PostgresEngine;
import dev.throughline.identity.FirstPassword;
import dev.throughline.identity.IdentityProvider;
import dev.throughline.server.SyncServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server with its own engines (database and workflows) on one folder, running until {@link
 * #close()}. Several can run in one process, each on its own folder.
 */
public final class StandaloneServer implements AutoCloseable {
  /** The port clients look for when they are told none. */
  public static final int DEFAULT_PORT = 7480;

  private static final Duration ENGINE_START_WAIT = Duration.ofSeconds(60);

  private final Engines engines;
  private final Optional<IdentityProvider> identity;
  private final SyncServer.Running server;
  private final ServerFile file;

  private StandaloneServer(
      Engines engines,
      Optional<IdentityProvider> identity,
      SyncServer.Running server,
      ServerFile file) {
    this.engines = engines;
    this.identity = identity;
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
   * @param signIn whether an identity provider runs beside the server, and people sign in
   * @param properties further settings of the server; they give way to what is decided here
   * @param clock by which the server and its workflows go; empty for that of this computer
   */
  public record Options(
      Path data,
      int port,
      int postgresPort,
      Path programs,
      boolean signIn,
      Map<String, String> properties,
      Optional<InstantSource> clock) {
    public Options {
      properties = Map.copyOf(properties);
    }

    /** With the usual settings, by the clock of this computer. */
    public Options(Path data, int port, int postgresPort, Path programs, boolean signIn) {
      this(data, port, postgresPort, programs, signIn, Map.of(), Optional.empty());
    }

    /** Without signing in. */
    public Options(Path data, int port, int postgresPort, Path programs) {
      this(data, port, postgresPort, programs, false);
    }

    /** With free ports and the programs inside the data folder. */
    public static Options in(Path data) {
      return new Options(data, 0, 0, data.resolve("postgres-programs"));
    }

    /** The same, answering on that port. */
    public Options onPort(int wanted) {
      return new Options(data, wanted, postgresPort, programs, signIn, properties, clock);
    }

    /** The same, where people sign in. */
    public Options withSignIn() {
      return new Options(data, port, postgresPort, programs, true, properties, clock);
    }

    /** The same with these further settings. */
    public Options with(Map<String, String> settings) {
      return new Options(data, port, postgresPort, programs, signIn, settings, clock);
    }

    /** The same by another clock, for tests; see {@link StandaloneServer#skip}. */
    public Options onClock(InstantSource wanted) {
      return new Options(
          data, port, postgresPort, programs, signIn, properties, Optional.of(wanted));
    }
  }

  /**
   * Starts the engines, then the server; returns when it answers.
   *
   * @throws EngineException when an engine cannot start
   * @throws FolderTrouble when the data folder cannot be used
   * @throws RuntimeException when the server cannot; the reason has been logged in one sentence.
   *     Nothing is left running.
   */
  public static StandaloneServer start(Options options) {
    var engines =
        Engines.start(
            new PostgresEngine.Options(
                options.data().resolve("postgres"),
                options.postgresPort(),
                ENGINE_START_WAIT,
                options.programs()),
            options.clock());
    Optional<IdentityProvider> identity = Optional.empty();
    try {
      identity = options.signIn() ? Optional.of(provider(engines.postgres(), options)) : identity;
      var server =
          SyncServer.start(
              Settings.of(options, engines, identity),
              options.clock().orElseGet(InstantSource::system));
      return announced(engines, identity, server, options.data());
    } catch (RuntimeException e) {
      identity.ifPresent(IdentityProvider::close);
      engines.close();
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The address of the identity provider; empty where nobody signs in. */
  public Optional<String> issuer() {
    return identity.map(IdentityProvider::issuer);
  }

  /** Passwords of demo people made at this start, which nobody can show again. */
  public List<FirstPassword> firstPasswords() {
    return identity.map(IdentityProvider::firstPasswords).orElse(List.of());
  }

  /**
   * Lets so much time pass at once for workflows, so that their timers fire. The clock of the
   * options is the caller's to move, and before this.
   *
   * @throws IllegalStateException when the server goes by the clock of this computer
   */
  public void skip(Duration time) {
    engines.temporal().skip(time);
  }

  /** Finishes what is under way, then stops the server, the provider and the engines. */
  @Override
  public void close() {
    try (engines;
        AutoCloseable _ = () -> identity.ifPresent(IdentityProvider::close);
        server) {
      file.remove();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static IdentityProvider provider(PostgresEngine postgres, Options options) {
    return IdentityProvider.start(
        new IdentityProvider.Options(
            options.data().resolve("identity"),
            postgres.jdbcUrl(),
            postgres.owner().user(),
            postgres.owner().password()));
  }

  private static StandaloneServer announced(
      Engines engines, Optional<IdentityProvider> identity, SyncServer.Running server, Path data) {
    try {
      return new StandaloneServer(engines, identity, server, ServerFile.write(data, server.port()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }
}
