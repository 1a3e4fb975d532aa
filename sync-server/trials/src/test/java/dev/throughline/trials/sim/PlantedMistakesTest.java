package dev.throughline.trials.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulator that finds nothing proves nothing: each mistake must be found. */
class PlantedMistakesTest {
  private static final int SEEDS_MAX = 500;

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void isFoundWithinFiveHundredSeeds(Mistake mistake) {
    assertThat(seedThatFinds(mistake)).isLessThanOrEqualTo(SEEDS_MAX);
  }

  private static long seedThatFinds(Mistake mistake) {
    long seed = 1;
    while (seed <= SEEDS_MAX && Simulation.run(Script.of(seed, 0), mistake, _ -> {}).isClean()) {
      seed++;
    }
    return seed;
  }
}
