package dev.throughline.trials.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShrinkerTest {
  @Test
  void aFailingScriptShrinksToAFewStepsThatStillFail() {
    Script failing = failing();
    Script small = Shrinker.shrink(failing, Mistake.SKIP_FSYNC);
    assertThat(small.steps().size()).isLessThan(failing.steps().size() / 3);
    assertThat(Simulation.run(small, Mistake.SKIP_FSYNC, _ -> {}).violations()).isNotEmpty();
  }

  @Test
  void aCleanScriptIsLeftAsItIs() {
    Script clean = Script.of(1, 2);
    assertThat(Shrinker.shrink(clean, Mistake.NONE)).isEqualTo(clean);
  }

  private static Script failing() {
    for (long seed = 1; seed < 100; seed++) {
      Script script = Script.of(seed, 3);
      if (!Simulation.run(script, Mistake.SKIP_FSYNC, _ -> {}).isClean()) {
        return script;
      }
    }
    throw new AssertionError("no seed finds it");
  }
}
