package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One data folder and the files beside it that are named after it. The path is real (no links in
 * it), so that two ways to the same folder meet at the same lock.
 */
record PostgresFolder(Path data) {
  /** Postgres writes its major version here, in one line: the stamp of the folder. */
  private static final String STAMP = "PG_VERSION";

  PostgresFolder {
    requireUsableName(data);
  }

  /** Looks before anything is touched: a folder that is not ours to open is refused here. */
  static PostgresFolder at(Path dataFolder) {
    var wanted = dataFolder.toAbsolutePath().normalize();
    var parent = Objects.requireNonNull(wanted.getParent(), "The data folder needs a parent");
    try {
      requireUsableName(parent);
      if (Files.exists(wanted)) {
        var folder = new PostgresFolder(wanted.toRealPath());
        folder.isMade();
        return folder;
      }
      Files.createDirectories(parent);
      return new PostgresFolder(parent.toRealPath().resolve(wanted.getFileName()));
    } catch (IOException e) {
      throw EngineException.ofFolder(parent, e);
    }
  }

  /** The server's own starter hands paths to a shell inside double quotes. */
  static void requireUsableName(Path path) {
    boolean isUnix = path.getFileSystem().getSeparator().equals("/");
    if (path.toString().matches(isUnix ? "(?s).*[\"$`\\\\\n].*" : "(?s).*[%\n].*")) {
      throw new EngineException(
          EngineException.Code.UNUSABLE_NAME,
          "The database cannot live in %s: a folder there has a $, %%, \", ` or \\ in its name. %s"
              .formatted(path, "Choose another folder."));
    }
  }

  /**
   * Whether a database is there. A new one gets this name only when it is whole (see {@link
   * NewDatabase}), so a folder that carries the stamp was never half made.
   */
  boolean isMade() throws IOException {
    if (!Files.exists(data) || isEmptyFolder()) {
      return false;
    }
    var stamp = data.resolve(STAMP);
    if (!Files.isRegularFile(stamp)) {
      throw new EngineException(
          EngineException.Code.FOREIGN_FOLDER,
          "%s holds something that is not a database. It was left untouched; choose another folder."
              .formatted(data));
    }
    var found = Files.readString(stamp).strip();
    if (!found.equals(PostgresPrograms.MAJOR_VERSION)) {
      throw new EngineException(
          EngineException.Code.OTHER_VERSION,
          """
          The database in %s was made by Postgres %s, and this Throughline brings Postgres %s. \
          It was left untouched; use the Throughline that made it, or choose another folder.\
          """
              .formatted(data, found, PostgresPrograms.MAJOR_VERSION));
    }
    return true;
  }

  private boolean isEmptyFolder() throws IOException {
    if (!Files.isDirectory(data)) {
      return false;
    }
    try (var entries = Files.list(data)) {
      return entries.findAny().isEmpty();
    }
  }

  Path parent() {
    return Objects.requireNonNull(data.getParent());
  }

  Path lock() {
    return beside(".lock");
  }

  Path secrets() {
    return beside(".secrets");
  }

  Path port() {
    return beside(".port");
  }

  /** What the server says before its own log is open. */
  Path startLog() {
    return beside(".start.log");
  }

  /** What the last command (initdb, pg_ctl) said. */
  Path commandOutput() {
    return beside(".command.log");
  }

  Path serverLogs() {
    return data.resolve("log");
  }

  /** Every try to make the database works under a name that starts like this. */
  String namePrefixWhileMaking() {
    return data.getFileName() + ".new-";
  }

  private Path beside(String suffix) {
    return data.resolveSibling(data.getFileName() + suffix);
  }
}
