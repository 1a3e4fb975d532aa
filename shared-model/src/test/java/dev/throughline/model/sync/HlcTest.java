package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HlcTest {
  private static final Hlc NOON = new Hlc(50_000_000, 3);

  @Test
  void movesOnWithTheClock() {
    assertThat(NOON.next(50_000_001)).isEqualTo(new Hlc(50_000_001, 0));
  }

  @Test
  void movesOnWhileTheClockStandsOrIsSetBackALittle() {
    assertThat(NOON.next(50_000_000)).isEqualTo(new Hlc(50_000_000, 4));
    assertThat(NOON.next(50_000_000 - 60_000)).isEqualTo(new Hlc(50_000_000, 4));
  }

  @Test
  void aClockThatWasYearsAheadDoesNotMarkWhatIsWrittenAfterwards() {
    long tenYears = 315_360_000_000L;
    assertThat(new Hlc(50_000_000 + tenYears, 0).next(50_000_000))
        .isEqualTo(new Hlc(50_000_000, 0));
  }
}
