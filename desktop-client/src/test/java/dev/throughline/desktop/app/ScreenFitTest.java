package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WindowState.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenFitTest {
  private static final Frame LAPTOP = new Frame(0, 24, 1440, 876);
  private static final Frame MONITOR = new Frame(1440, 0, 2560, 1440);

  @Test
  void windowComesBackWhereItWas() {
    Frame there = new Frame(2000, 100, 1280, 800);
    assertThat(ScreenFit.fit(there, List.of(LAPTOP, MONITOR))).contains(there);
  }

  @Test
  void windowOfAnUnpluggedMonitorStartsAfresh() {
    assertThat(ScreenFit.fit(new Frame(2000, 100, 1280, 800), List.of(LAPTOP))).isEmpty();
    assertThat(ScreenFit.fit(new Frame(-1400, 100, 1280, 800), List.of(LAPTOP))).isEmpty();
  }

  @Test
  void windowWhoseTopEdgeCannotBeGraspedStartsAfresh() {
    assertThat(ScreenFit.fit(new Frame(100, -700, 1280, 800), List.of(LAPTOP))).isEmpty();
    assertThat(ScreenFit.fit(new Frame(1430, 100, 1280, 800), List.of(LAPTOP))).isEmpty();
    assertThat(ScreenFit.fit(new Frame(100, 895, 1280, 800), List.of(LAPTOP))).isEmpty();
  }

  @Test
  void windowLargerThanItsScreenShrinks() {
    assertThat(ScreenFit.fit(new Frame(10, 30, 2560, 1400), List.of(LAPTOP)))
        .contains(new Frame(0, 24, 1440, 876));
  }

  @Test
  void noScreenIsNoPlace() {
    assertThat(ScreenFit.fit(new Frame(0, 0, 10, 10), List.of())).isEmpty();
  }
}
