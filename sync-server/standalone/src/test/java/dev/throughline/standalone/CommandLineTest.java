package dev.throughline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final Path DEFAULT = Path.of("somewhere").toAbsolutePath();

  @Test
  void withoutOptionsTheDefaultsRun() {
    assertThat(parse(""))
        .isEqualTo(
            new CommandLine.Run(
                new StandaloneServer.Options(
                    DEFAULT, 7480, 0, DEFAULT.resolve("postgres-programs"))));
  }

  @Test
  void everyOptionIsTaken() {
    Path data = Path.of("elsewhere").toAbsolutePath();
    assertThat(parse("--data elsewhere --port 0 --pg-port 5433"))
        .isEqualTo(
            new CommandLine.Run(
                new StandaloneServer.Options(data, 0, 5433, data.resolve("postgres-programs"))));
  }

  @Test
  void helpIsGivenWhereverItIsAskedFor() {
    assertThat(parse("--port 1 --help")).isEqualTo(new CommandLine.Help());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--prot 1", "--port", "--port x", "--port -1", "--port 65536", "7480", "--data"})
  void whatIsWrongIsNamed(String typed) {
    assertThat(parse(typed))
        .isInstanceOfSatisfying(
            CommandLine.Wrong.class,
            wrong -> assertThat(wrong.sentence()).contains(typed.split(" ")[0]));
  }

  @Test
  void everySystemHasItsDataFolder() {
    assertThat(DataFolders.of("Linux", "/home/a", Map.of()))
        .isEqualTo(Path.of("/home/a/.local/share/throughline/server"));
    assertThat(DataFolders.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/throughline/server"));
    assertThat(DataFolders.of("Mac OS X", "/Users/a", Map.of()))
        .isEqualTo(Path.of("/Users/a/Library/Application Support/throughline/server"));
    assertThat(DataFolders.of("Windows 11", "/a", Map.of()))
        .isEqualTo(Path.of("/a/AppData/Local/throughline/server"));
  }

  private static CommandLine parse(String typed) {
    return CommandLine.parse(typed.isEmpty() ? new String[0] : typed.split(" "), DEFAULT);
  }
}
