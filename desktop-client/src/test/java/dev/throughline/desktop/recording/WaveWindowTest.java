package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaveWindowTest {
  private static final long ALL = 1_000_000;
  private static final long CLOSEST = 10_000;
  private final WaveWindow window = new WaveWindow(() -> ALL);

  @Test
  void allOfItIsShownAtFirst() {
    assertThat(window.from()).isZero();
    assertThat(window.length()).isEqualTo(ALL);
    window.pan(5_000);
    assertThat(window.from()).as("nothing lies to the side").isZero();
  }

  @Test
  void whatIsHeardStaysWhereItIsDrawn() {
    for (int i = 0; i < 4; i++) {
      window.zoom(2, 250_000, CLOSEST);
      assertThat((250_000.0 - window.from()) / window.length()).isBetween(0.249, 0.251);
    }
    assertThat(window.length()).isEqualTo(ALL / 16);
  }

  @Test
  void itComesNoCloserThanTheFinestLevelAndGoesBackToAll() {
    for (int i = 0; i < 20; i++) {
      window.zoom(2, ALL, CLOSEST);
    }
    assertThat(window.length()).isEqualTo(CLOSEST);
    assertThat(window.from()).isEqualTo(ALL - CLOSEST);
    for (int i = 0; i < 20; i++) {
      window.zoom(0.5, ALL, CLOSEST);
    }
    assertThat(window.isWhole()).isTrue();
  }

  @Test
  void itMovesToBothEndsAndNoFurther() {
    window.zoom(4, 0, CLOSEST);
    window.pan(-1);
    assertThat(window.from()).isZero();
    window.pan(10 * ALL);
    assertThat(window.from()).isEqualTo(ALL - ALL / 4);
  }

  @Test
  void itFollowsWhatIsHeardButNotWhoLooksElsewhere() {
    window.zoom(4, 0, CLOSEST);
    assertThat(window.follow(100_000)).isFalse();
    assertThat(window.follow(250_001)).isTrue();
    assertThat(window.holds(250_001)).isTrue();
    window.pan(ALL);
    assertThat(window.follow(251_000)).as("moved away by hand").isFalse();
    assertThat(window.holds(251_000)).isFalse();
  }
}
