package dev.throughline.engines;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A Postgres of our own on a persistent folder, on loopback, running until {@link #close()}. It is
 * a process of its own: when this JVM dies the database lives on, and the next start on the same
 * folder stops it and starts afresh. The caller closes it at shutdown; no hook is registered.
 *
 * <p>The database is called {@code throughline}. Its passwords are kept beside the data folder;
 * without that file the data cannot be opened. Safe to use from any thread.
 */
public final class PostgresEngine implements AutoCloseable {
  /** The database that the three roles may enter. */
  public static final String DATABASE = "throughline";

  private final PostgresFolder folder;
  private final FolderLock lock;
  private final PostgresPrograms programs;
  private final Secrets secrets;
  private final int port;
  private boolean isOpen = true;

  PostgresEngine(
      PostgresFolder folder,
      FolderLock lock,
      PostgresPrograms programs,
      Secrets secrets,
      int port) {
    this.folder = folder;
    this.lock = lock;
    this.programs = programs;
    this.secrets = secrets;
    this.port = port;
  }

  /**
   * Starts the database, making it first where there is none. Returns when it answers; takes a few
   * seconds the first time.
   *
   * @throws EngineException when it cannot; nothing is left running, and existing data is unharmed
   */
  public static PostgresEngine start(Options options) {
    PostgresFolder.requireUsableName(options.programFolder().toAbsolutePath());
    var folder = PostgresFolder.at(options.dataFolder());
    var lock = FolderLock.take(folder.data(), folder.lock());
    try {
      return new PostgresStart(options, folder, lock).run();
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public int port() {
    return port;
  }

  /** Owns the database and runs migrations; no superuser, bound by row-level security. */
  public Credentials owner() {
    return secrets.owner();
  }

  /** What the server works as: may connect, owns nothing, sees only what migrations grant. */
  public Credentials app() {
    return secrets.app();
  }

  /** Like {@link #app()}, for the one writer of the audit log. */
  public Credentials sequencer() {
    return secrets.sequencer();
  }

  /** For tests of this package; nothing else may act as superuser. */
  Credentials superuser() {
    return secrets.superuser();
  }

  /** Disconnects everyone, writes all to disk and stops the process. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    try (lock) {
      Postmaster.on(folder.data()).ifPresent(postmaster -> postmaster.stop(programs, folder));
    }
  }

  /**
   * Where and how to run.
   *
   * @param dataFolder holds the database alone; files named after it appear beside it
   * @param port the port to listen on, or 0 for a free one that is kept for the next start
   * @param startWait how long each step of a start may take before it counts as failed
   * @param programFolder where the server's programs are unpacked once (60 MB); data folders of one
   *     person may share it
   */
  public record Options(Path dataFolder, int port, Duration startWait, Path programFolder) {
    /** With the programs beside the data folder. */
    public Options(Path dataFolder, int port, Duration startWait) {
      this(dataFolder, port, startWait, dataFolder.resolveSibling("postgres-programs"));
    }

    public Options {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("No such port: " + port);
      }
    }
  }
}
