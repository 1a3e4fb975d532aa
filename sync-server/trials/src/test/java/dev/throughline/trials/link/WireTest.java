package dev.throughline.trials.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final long SECOND = 1_000_000_000;
  private static final Link LINK = new Link(8_000_000, Duration.ofMillis(80));

  private final Wire wire = new Wire(LINK);

  @Test
  void bytesLeaveOneAfterTheOtherWhoeverSendsThem() {
    assertThat(wire.leave(0, 500_000)).isEqualTo(SECOND / 2);
    assertThat(wire.leave(0, 500_000)).isEqualTo(SECOND);
    assertThat(wire.leave(SECOND / 4, 1_000_000)).isEqualTo(2 * SECOND);
  }

  @Test
  void aLinkThatWasIdleDoesNotMakeUpForIt() {
    wire.leave(0, 1_000_000);
    assertThat(wire.leave(10 * SECOND, 1_000_000)).isEqualTo(11 * SECOND);
  }

  @Test
  void theyArriveHalfARoundTripAfterTheyLeft() {
    assertThat(wire.arrive(SECOND)).isEqualTo(SECOND + 40_000_000);
  }

  @Test
  void theIdealIsBytesByRate() {
    assertThat(LINK.idealSeconds(3_000_000)).isEqualTo(3);
    assertThat(new Wire(Link.FREE).leave(7, 1 << 30)).isEqualTo(7);
  }
}
