package dev.throughline.trials.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.trials.Trials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final int SEEDS = 6;

  /** Each process salts {@code Set.of} and {@code Map.of} in its own way, and hashes of enums. */
  @Test
  void oneSeedGivesOneTraceInEveryProcess() throws IOException {
    List<Process> others = new ArrayList<>();
    for (int way : List.of(0, 2)) {
      others.add(simulation("-XX:hashCode=" + way));
    }
    String own = String.format(Locale.ROOT, "%016x", Trace.over(traces()));
    for (Process other : others) {
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).contains("seeds: " + SEEDS, "trace: " + own);
    }
  }

  @Test
  void oneRunStandsForItselfAndManyForTheirOrder() {
    assertThat(Trace.over(List.of(5L))).isEqualTo(5);
    assertThat(Trace.over(List.of(5L, 6L))).isNotEqualTo(Trace.over(List.of(6L, 5L)));
  }

  private static List<Long> traces() {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> Simulation.run(Script.of(seed, 0)).trace())
        .toList();
  }

  private static Process simulation(String option) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UnlockExperimentalVMOptions",
            option,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Trials.class.getName(),
            "simulate",
            "--seeds",
            Integer.toString(SEEDS))
        .redirectErrorStream(true)
        .start();
  }
}
