package dev.throughline.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes the server's settings and access rules, whole, at every start: edits do not last. */
final class ServerSettings {
  /** Everyone proves a password, also from this machine. There is no other way in. */
  private static final String ACCESS_RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

  /** A week of logs, one file a day; one that grew beyond this is dropped at the next start. */
  private static final long LOG_FILE_BYTES_MAX = 8L * 1024 * 1024;

  private ServerSettings() {}

  static void write(PostgresFolder folder, int port) throws IOException {
    PrivateFile.write(folder.data().resolve("pg_hba.conf"), ACCESS_RULES);
    PrivateFile.write(
        folder.data().resolve("postgresql.conf"), template() + "port = " + port + "\n");
  }

  static void limitLogs(Path logs) throws IOException {
    if (!Files.isDirectory(logs)) {
      return;
    }
    try (var files = Files.newDirectoryStream(logs)) {
      for (var file : files) {
        if (Files.size(file) > LOG_FILE_BYTES_MAX) {
          Files.delete(file);
        }
      }
    }
  }

  private static String template() throws IOException {
    try (InputStream in = ServerSettings.class.getResourceAsStream("postgresql.conf")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
