package dev.throughline.engines;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the server's own programs. Postgres refuses to work as root, so root runs them inside a user
 * namespace of their own, in which they are nobody; files still belong to root outside.
 */
record PostgresPrograms(Path home, List<String> commandPrefix) {
  /** Of the archive on the class path; a test holds the running server to it. */
  static final String VERSION = "18.6";

  static final String MAJOR_VERSION = "18";

  static PostgresPrograms unpackedIn(Path programFolder) throws IOException {
    var prefix = LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.<String>of();
    return new PostgresPrograms(ProgramArchive.unpackedIn(programFolder, VERSION), prefix);
  }

  /**
   * Runs one program to its end. Its words go to a file, not to a pipe: the server inherits the
   * output of the command that starts it and would keep a pipe open for ever.
   */
  Finished run(Path output, Duration wait, String program, String... arguments) {
    var command = new ArrayList<>(commandPrefix);
    command.add(home.resolve("bin").resolve(program + suffix()).toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C"); // English words, which StartTrouble understands.
    try {
      var process = builder.start();
      process.getOutputStream().close();
      if (!hasEnded(process, wait)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw tooSlow(program, wait);
      }
      return finished(process.exitValue(), PrivateFile.readLeniently(output));
    } catch (FileNotFoundException e) { // Of the output, which is opened before the program.
      throw EngineException.ofFolder(output, e);
    } catch (IOException e) {
      throw EngineException.notRunnable(home, e);
    }
  }

  /** Goes on through an interrupt, because it is most likely the one that ends our JVM. */
  private static boolean hasEnded(Process process, Duration wait) {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(wait);
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Finished finished(int exitCode, String words) {
    if (words.startsWith("unshare: failed to execute")) {
      throw EngineException.notRunnable(home, new IOException(words));
    }
    return new Finished(exitCode, words);
  }

  private static EngineException tooSlow(String program, Duration wait) {
    return new EngineException(
        EngineException.Code.START_TOO_SLOW,
        """
        The database did not finish %s within %s seconds. \
        The data is safe; try again when the machine is less busy.\
        """
            .formatted(program, wait.toSeconds()));
  }

  private static String suffix() {
    return ProgramArchive.systemName().equals("Windows") ? ".exe" : "";
  }

  /** How a program ended and what it said. */
  record Finished(int exitCode, String words) {
    boolean isGood() {
      return exitCode == 0;
    }
  }
}
