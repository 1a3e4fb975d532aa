package dev.throughline.trials.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seeds 0",
        "--seeds -5",
        "--seeds 3 --from 9223372036854775807",
        "--seeds 3 --from 9223372036854775805",
        "--devices 1",
        "--devices -2",
        "--devices 7"
      })
  void aRunOfNothingIsRefusedWithAWord(String args) throws IOException {
    assertThat(refusal(args.split(" "))).startsWith("--").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seeds", "--seeds many", "--nonsense"})
  void whatItDoesNotUnderstandGetsTheUsage(String args) throws IOException {
    assertThat(refusal(args.split(" "))).startsWith("usage: ");
  }

  @Test
  void aSeedNearTheLastOneRuns() throws IOException {
    List<String> args = List.of("--seeds", "1", "--from", "" + (Long.MAX_VALUE - 1));
    assertThat(Simulate.run(folder, args)).isZero();
  }

  @Test
  void aReplayThatIsNotThereIsNamed() throws IOException {
    Path missing = folder.resolve("missing.replay");
    assertThat(refusal("--replay", missing.toString()))
        .isEqualTo("There is no replay file " + missing + ".\n");
    assertThat(refusal("--replay", folder.toString()))
        .isEqualTo("There is no replay file " + folder + ".\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a remark",
        "root:x:0:0:root:/root:/bin/bash",
        "seed 7 devices 3",
        "seed 7 people 3 servers 1",
        "seed 7 devices many servers 1",
        "seed 7 devices 0 servers 1",
        "seed 7 devices 3 servers 0",
        "seed 7 devices 3 servers 99",
        "seed 7 devices 3 servers 1\n12 0 DANCE 5",
        "seed 7 devices 3 servers 1\n12 0 TYPE",
        "seed 7 devices 3 servers 1\n12 3 TYPE 5",
        "seed 7 devices 3 servers 1\n-1 0 TYPE 5"
      })
  void aFileOfAnotherContentIsNoReplay(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("other"), content);
    assertThat(refusal("--replay", file.toString()))
        .startsWith(file + " is no replay file: ")
        .endsWith(".\n")
        .hasLineCount(1);
  }

  @Test
  void aFileThatIsNoTextIsNoReplay() throws IOException {
    Path file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThat(refusal("--replay", file.toString()))
        .startsWith(file + " cannot be read as a replay file")
        .hasLineCount(1);
  }

  /** What the command says on its way out with 2. */
  private String refusal(String... args) throws IOException {
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(Simulate.run(folder, List.of(args))).isEqualTo(2);
    } finally {
      System.setErr(err);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
