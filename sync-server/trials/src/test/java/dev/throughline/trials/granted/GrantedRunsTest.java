package dev.throughline.trials.granted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grants under random hands: nobody gets what is not theirs, and nothing is lost. */
class GrantedRunsTest {
  private static final int SEEDS = 500;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aPlantedMistakeIsNoticed(GrantMistake mistake) {
    assertThat(
            LongStream.range(0, SEEDS)
                .anyMatch(seed -> !GrantedRun.of(seed, mistake).violations().isEmpty()))
        .isTrue();
  }

  @Test
  void nothingIsDeliveredWithoutAGrantAndNothingIsLost() {
    int delivered = 0;
    int gone = 0;
    int rescued = 0;
    int crashes = 0;
    int withdrawals = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      GrantedRun.Report report = GrantedRun.of(seed);
      assertThat(report.violations()).as("seed %d", seed).isEmpty();
      delivered += report.delivered();
      gone += report.gone();
      rescued += report.rescued();
      crashes += report.crashes();
      withdrawals += report.withdrawals();
    }
    System.out.printf(
        "%d seeds: %,d delivered, %,d gone, %,d rescued, %,d crashes, %,d withdrawals%n",
        SEEDS, delivered, gone, rescued, crashes, withdrawals);
    assertThat(delivered).isGreaterThan(SEEDS * 20);
    assertThat(gone).isGreaterThan(SEEDS / 20);
    assertThat(rescued).isGreaterThan(SEEDS / 20);
    assertThat(crashes).isGreaterThan(SEEDS / 5);
    assertThat(withdrawals).isGreaterThan(SEEDS / 2);
  }
}
