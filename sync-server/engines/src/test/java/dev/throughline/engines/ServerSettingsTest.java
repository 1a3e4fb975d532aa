package dev.throughline.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {
  @TempDir private Path logs;

  @Test
  void logThatGrewTooLargeIsDropped() throws IOException {
    var small = Files.writeString(logs.resolve("postgres-Mon.log"), "little");
    var large = logs.resolve("postgres-Tue.log");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(9L * 1024 * 1024);
    }

    ServerSettings.limitLogs(logs);

    assertThat(small).exists();
    assertThat(large).doesNotExist();
  }
}
