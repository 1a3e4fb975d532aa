package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.trials.bench.Bench;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nope",
        "..",
        "sync --runs",
        "sync --runs 0",
        "save --runs -1",
        "power --runs abc",
        "record --seed abc",
        "record --seed",
        "record --runs 3 --runs",
        "record --desktop 0",
        "record --desktop",
        "save --desktop 2",
        "server --walks 3"
      })
  void aTortureOfNothingGetsTheUsage(String line) throws Exception {
    assertUsage(Trials::torture, line, "usage: torture ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nope",
        "sync --records",
        "sync --records -5",
        "sync --records 0",
        "sync --records abc",
        "library --interviews 0",
        "find --segments -1",
        "find --segments 99999999999",
        "save --nonsense 1"
      })
  void aBenchmarkOfNothingGetsTheUsage(String line) throws Exception {
    assertUsage(args -> Bench.run(folder, args), line, "usage: bench ");
    assertThat(folder).isEmptyDirectory();
  }

  @FunctionalInterface
  private interface Command {
    int run(List<String> args) throws Exception;
  }

  /** It says how it is used, and nothing is begun. */
  private static void assertUsage(Command command, String line, String begin) throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      List<String> args = line.isEmpty() ? List.of() : List.of(line.split(" "));
      assertThat(command.run(args)).isEqualTo(2);
    } finally {
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith(begin).hasLineCount(1);
  }
}
