package dev.throughline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever guesses waits, each time longer; whoever mistypes now and then does not. */
class GuessesTest {
  private Instant now = Instant.parse("2026-11-26T09:00:00Z");
  private final Guesses guesses = new Guesses(() -> now);

  private void wrong(String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(guesses.begin(name)).isEmpty();
    }
  }

  @Test
  void someWrongOnesAreFree() {
    wrong("ada", Guesses.FREE);
    now = now.plus(Guesses.WAIT_MIN);
    assertThat(guesses.begin("ada")).isEmpty();
    guesses.right("ada");
    wrong("ada", Guesses.FREE);
  }

  @Test
  void moreWaitEachTimeLongerUpToALimit() {
    wrong("ada", Guesses.FREE);
    assertThat(guesses.begin("ada")).contains(Guesses.WAIT_MIN);
    now = now.plus(Guesses.WAIT_MIN);
    assertThat(guesses.begin("ada")).isEmpty();
    assertThat(guesses.begin("ada")).contains(Guesses.WAIT_MIN.multipliedBy(2));
    for (int i = 0; i < 100; i++) {
      Duration left = guesses.begin("ada").orElseThrow();
      assertThat(left).isLessThanOrEqualTo(Guesses.WAIT_MAX);
      now = now.plus(left);
      assertThat(guesses.begin("ada")).isEmpty();
    }
    assertThat(guesses.begin("ada")).contains(Guesses.WAIT_MAX);
  }

  /** Passwords take time to look at: all of a burst ask before the first is known to be wrong. */
  @Test
  void manyAtOnceAreNoWayAround() {
    int looked = 0;
    for (int i = 0; i < 1_000; i++) {
      looked += guesses.begin("ada").isEmpty() ? 1 : 0;
    }
    assertThat(looked).isEqualTo(Guesses.FREE);
  }

  @Test
  void oneNameDoesNotLockAnother() {
    wrong("ada", Guesses.FREE);
    assertThat(guesses.begin("grace")).isEmpty();
  }

  @Test
  void endlessNamesDoNotFillTheMemory() {
    for (int i = 0; i < Guesses.NAMES_MAX + 10; i++) {
      wrong("name" + i, Guesses.FREE);
    }
    assertThat(guesses.begin("name0")).isEmpty();
    assertThat(guesses.begin("name" + (Guesses.NAMES_MAX + 9))).isPresent();
  }
}
