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
      guesses.wrong(name);
    }
  }

  @Test
  void someWrongOnesAreFree() {
    wrong("ada", Guesses.FREE - 1);
    assertThat(guesses.wait("ada")).isEmpty();
    guesses.right("ada");
    wrong("ada", Guesses.FREE - 1);
    assertThat(guesses.wait("ada")).isEmpty();
  }

  @Test
  void moreWaitEachTimeLongerUpToALimit() {
    wrong("ada", Guesses.FREE);
    assertThat(guesses.wait("ada")).contains(Guesses.WAIT_MIN);
    now = now.plus(Guesses.WAIT_MIN);
    assertThat(guesses.wait("ada")).isEmpty();
    guesses.wrong("ada");
    assertThat(guesses.wait("ada")).contains(Guesses.WAIT_MIN.multipliedBy(2));
    wrong("ada", 1_000);
    assertThat(guesses.wait("ada")).contains(Guesses.WAIT_MAX);
    now = now.plus(Guesses.WAIT_MAX).plus(Duration.ofSeconds(1));
    assertThat(guesses.wait("ada")).isEmpty();
  }

  @Test
  void oneNameDoesNotLockAnother() {
    wrong("ada", 100);
    assertThat(guesses.wait("grace")).isEmpty();
  }

  @Test
  void endlessNamesDoNotFillTheMemory() {
    for (int i = 0; i < Guesses.NAMES_MAX + 10; i++) {
      wrong("name" + i, Guesses.FREE);
    }
    assertThat(guesses.wait("name0")).isEmpty();
    assertThat(guesses.wait("name" + (Guesses.NAMES_MAX + 9))).isPresent();
  }
}
