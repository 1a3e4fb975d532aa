package dev.throughline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneyTest {
  private final Journey journey = new Journey(Location.of("home"));

  @Test
  void backAndForwardWalkTheSameWay() {
    journey.go(Location.of("library"));
    journey.go(new Location("library", "session:7"));
    journey.back();
    journey.back();
    assertThat(journey.hereProperty().get()).isEqualTo(Location.of("home"));
    assertThat(journey.backOpenProperty().get()).isFalse();
    journey.forward();
    assertThat(journey.hereProperty().get()).isEqualTo(Location.of("library"));
    assertThat(journey.forwardOpenProperty().get()).isTrue();
  }

  @Test
  void newStepForgetsWhatWasAhead() {
    journey.go(Location.of("library"));
    journey.back();
    journey.go(Location.of("sync"));
    assertThat(journey.forwardOpenProperty().get()).isFalse();
    journey.back();
    assertThat(journey.hereProperty().get()).isEqualTo(Location.of("home"));
  }

  @Test
  void sameLocationIsNoStep() {
    journey.go(Location.of("home"));
    assertThat(journey.backOpenProperty().get()).isFalse();
  }

  @Test
  void oldestStepsGoBeyondTheLimit() {
    for (int step = 0; step < Journey.STEPS_MAX * 2; step++) {
      journey.go(new Location("library", "session:" + step));
    }
    int back = 0;
    while (journey.backOpenProperty().get()) {
      journey.back();
      back++;
    }
    assertThat(back).isEqualTo(Journey.STEPS_MAX - 1);
  }
}
