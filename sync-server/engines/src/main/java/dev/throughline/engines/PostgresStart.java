package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one start, in order, under the lock of the folder. Each can be repeated. */
final class PostgresStart {
  private static final Logger log = LoggerFactory.getLogger(PostgresStart.class);

  /** A chosen free port can be lost to another program before the server listens. */
  private static final int FREE_PORT_TRIES_MAX = 3;

  /** pg_ctl watches the wait itself; this is what it may take beyond it. */
  private static final Duration COMMAND_MARGIN = Duration.ofSeconds(10);

  private final PostgresEngine.Options options;
  private final PostgresFolder folder;
  private final FolderLock lock;

  PostgresStart(PostgresEngine.Options options, PostgresFolder folder, FolderLock lock) {
    this.options = options;
    this.folder = folder;
    this.lock = lock;
  }

  PostgresEngine run() {
    try {
      var programs = PostgresPrograms.unpackedIn(options.programFolder());
      requireSecretsOfExistingData();
      var secrets = Secrets.openOrMake(folder.secrets(), new SecureRandom());
      stopOrphan(programs);
      NewDatabase.removeLeftovers(folder);
      LocalPort.choose(options.port(), folder.port()); // A taken port is told before the long part.
      if (!folder.isMade()) {
        NewDatabase.make(programs, folder, secrets.superuser(), options.startWait());
      }
      int port = startAndProvide(programs, secrets);
      log.info("Postgres {} answers on port {}", PostgresPrograms.VERSION, port);
      return new PostgresEngine(folder, lock, programs, secrets, port);
    } catch (IOException e) {
      throw EngineException.ofFolder(folder.parent(), e);
    }
  }

  private void requireSecretsOfExistingData() throws IOException {
    if (folder.isMade() && !Secrets.areIn(folder.secrets())) {
      throw new EngineException(
          EngineException.Code.SECRETS_MISSING,
          """
          The passwords of the database in %s are missing. The data was left untouched; \
          put the file %s back from a backup.\
          """
              .formatted(folder.data(), folder.secrets()));
    }
  }

  /**
   * An orphan is replaced, never adopted: it may still run statements and hold locks of the JVM
   * that died, with settings of an older version. A restart takes a fraction of a second.
   */
  private void stopOrphan(PostgresPrograms programs) {
    var orphan = Postmaster.on(folder.data());
    if (orphan.isPresent()) {
      long pid = orphan.get().process().pid();
      log.info("Stopping the Postgres (process {}) that an earlier run left behind", pid);
      orphan.get().stop(programs, folder);
    }
  }

  private int startAndProvide(PostgresPrograms programs, Secrets secrets) throws IOException {
    try {
      int port = startServer(programs);
      Roles.provide(port, secrets);
      LocalPort.remember(port, folder.port());
      return port;
    } catch (SQLException e) {
      stopHalfStarted(programs);
      throw new EngineException(
          EngineException.Code.START_FAILED,
          """
          The database in %s started but did not let Throughline in. Its data was left untouched; \
          the file %s may belong to another database.\
          """
              .formatted(folder.data(), folder.secrets()),
          e);
    } catch (IOException | RuntimeException e) {
      stopHalfStarted(programs);
      throw e;
    }
  }

  private void stopHalfStarted(PostgresPrograms programs) {
    Postmaster.on(folder.data()).ifPresent(postmaster -> postmaster.stop(programs, folder));
  }

  private int startServer(PostgresPrograms programs) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = LocalPort.choose(options.port(), folder.port());
      var words = startServerOn(port, programs);
      if (words.isEmpty()) {
        return port;
      }
      if (!StartTrouble.isPortTaken(words)) {
        throw StartTrouble.of(folder, words);
      }
      if (options.port() != 0 || attempt == FREE_PORT_TRIES_MAX) {
        throw LocalPort.taken(port);
      }
    }
  }

  /** Nothing to say when it runs; otherwise the words in which it failed. */
  private String startServerOn(int port, PostgresPrograms programs) throws IOException {
    ServerSettings.write(folder, port);
    ServerSettings.limitLogs(folder.serverLogs());
    Files.deleteIfExists(folder.startLog());
    var wait = options.startWait();
    var result =
        programs.run(
            folder.commandOutput(),
            wait.plus(COMMAND_MARGIN),
            "pg_ctl",
            "--pgdata=" + folder.data(),
            "--log=" + folder.startLog(),
            "--timeout=" + Math.max(1, wait.toSeconds()),
            "--wait",
            "start");
    if (result.isGood()) {
      return "";
    }
    return StartTrouble.wordsOfLastStart(folder, result.words());
  }
}
