package dev.throughline.trials.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What once went wrong in a simulation, shrunk; the first line of each file tells what it was. */
class RegressionsTest {
  static Stream<Path> replays() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/regressions"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("replays")
  void staysMended(Path replay) throws IOException {
    assertThat(Simulation.run(Script.of(Files.readString(replay))).violations()).isEmpty();
  }
}
