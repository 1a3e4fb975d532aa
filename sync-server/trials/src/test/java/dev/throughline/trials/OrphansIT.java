package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {
  @TempDir Path folder;

  @Test
  void theDatabaseOfAKilledServerIsStopped() throws Exception {
    Path data = folder.resolve(".").resolve("server");
    ServerChild.start(data, 0).kill();
    ProcessHandle database = ProcessHandle.of(postmaster(data)).orElseThrow();
    Backends.stopDatabase(data);
    assertThat(database.isAlive()).isFalse();
  }

  private static long postmaster(Path data) throws Exception {
    Path file = data.resolve("postgres").resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }
}
