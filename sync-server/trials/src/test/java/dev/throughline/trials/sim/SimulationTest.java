package dev.throughline.trials.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int SEEDS = 500;

  @Test
  void nothingIsViolatedInFiveHundredSeeds() {
    List<Simulation.Result> results =
        LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> Simulation.run(Script.of(seed, 0)))
            .toList();
    Tally tally = new Tally();
    for (Simulation.Result result : results) {
      assertThat(result.violations()).as("seed " + result.script().seed()).isEmpty();
      tally.add(result.tally());
    }
    assertThat(tally.count(Tally.Of.CRASHES)).isGreaterThan(SEEDS);
    assertThat(tally.count(Tally.Of.CONFLICTS)).isGreaterThan(SEEDS);
    assertThat(tally.count(Tally.Of.PARKED)).isGreaterThan(SEEDS);
    assertThat(tally.count(Tally.Of.MERGED)).isGreaterThan(SEEDS);
  }

  @Test
  void oneSeedGivesOneTraceHoweverOftenItRuns() {
    for (long seed = 1; seed <= 5; seed++) {
      Script script = Script.of(seed, 0);
      List<String> first = new ArrayList<>();
      List<String> second = new ArrayList<>();
      long hash = Simulation.run(script, Mistake.NONE, first::add).trace();
      assertThat(Simulation.run(script, Mistake.NONE, second::add).trace()).isEqualTo(hash);
      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void otherSeedsGiveOtherTraces() {
    assertThat(Simulation.run(Script.of(1, 0)).trace())
        .isNotEqualTo(Simulation.run(Script.of(2, 0)).trace());
  }

  @Test
  void aScriptComesBackFromItsReplayFile() {
    Script script = Script.of(3, 4);
    assertThat(Script.of("# why it is kept\n" + script.text())).isEqualTo(script);
  }
}
