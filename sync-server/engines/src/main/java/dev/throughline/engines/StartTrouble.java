package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Reads in the server's own words why it did not start. They hold no data: see its log settings.
 */
final class StartTrouble {
  /** The first line of every start; what stands before it belongs to earlier ones. */
  private static final String START_MARK = "starting PostgreSQL";

  /** Said when the server turns to its own log; without it that log is of earlier starts. */
  private static final String LOG_MARK = "redirecting log output";

  private static final int CAUSE_CHARS_MAX = 4_000;

  private StartTrouble() {}

  static boolean isPortTaken(String words) {
    return List.of("could not bind", "could not create any TCP/IP sockets").stream()
        .anyMatch(words::contains);
  }

  static EngineException of(PostgresFolder folder, String words) {
    var cause = new IllegalStateException(lastPart(words));
    if (EngineException.isDiskFull(words)) {
      return EngineException.diskFull(folder.parent(), cause);
    }
    if (words.contains("Permission denied") || words.contains("Read-only file system")) {
      return EngineException.notWritable(folder.parent(), cause);
    }
    if (words.contains("did not start in time")) {
      return new EngineException(
          EngineException.Code.START_TOO_SLOW,
          "The database in %s needs longer to start than it was given. Its data is safe; try again."
              .formatted(folder.data()),
          cause);
    }
    if (words.contains("cannot be run as root") || words.contains("\"root\" execution")) {
      return new EngineException(
          EngineException.Code.ROOT_REFUSED,
          """
          The database does not run as root, and this system does not allow it a user of its own. \
          Start Throughline as an ordinary user.\
          """,
          cause);
    }
    return new EngineException(
        EngineException.Code.START_FAILED,
        "The database in %s did not start. Nothing in it was changed; the reason is in %s and %s."
            .formatted(folder.data(), folder.startLog(), folder.serverLogs()),
        cause);
  }

  /** Everything said by the start that has just failed. */
  static String wordsOfLastStart(PostgresFolder folder, String command) throws IOException {
    var words = new StringBuilder(command);
    if (Files.exists(folder.startLog())) {
      words.append(PrivateFile.readLeniently(folder.startLog()));
    }
    if (words.indexOf(LOG_MARK) >= 0 && Files.isDirectory(folder.serverLogs())) {
      words.append(sinceMark(newest(folder.serverLogs())));
    }
    return words.toString();
  }

  private static String newest(Path logs) throws IOException {
    try (var files = Files.list(logs)) {
      var newest = files.max(Comparator.comparingLong(file -> file.toFile().lastModified()));
      return newest.isEmpty() ? "" : PrivateFile.readLeniently(newest.get());
    }
  }

  private static String sinceMark(String text) {
    int mark = text.lastIndexOf(START_MARK);
    return mark < 0 ? "" : text.substring(mark);
  }

  private static String lastPart(String words) {
    return words.substring(Math.max(0, words.length() - CAUSE_CHARS_MAX));
  }
}
