package dev.throughline.desktop.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.platform.Gathered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkthroughTest {
  private Optional<String> kept = Optional.empty();
  private final WalkthroughProgress progress =
      new WalkthroughProgress() {
        @Override
        public Optional<String> step() {
          return kept;
        }

        @Override
        public void setStep(String step) {
          kept = Optional.of(step);
        }
      };
  private Walkthrough walkthrough = start();
  private int finished;

  private Walkthrough start() {
    Walkthrough fresh = new Walkthrough(progress, FieldDesk.AT_ONCE);
    fresh.onFinished(() -> finished++);
    return fresh;
  }

  private Optional<WalkthroughStep> step() {
    return walkthrough.stepProperty().get();
  }

  @Test
  void fourStepsAskForLessThanAHundredSeconds() {
    assertThat(WalkthroughStep.values()).hasSize(4);
    assertThat(Arrays.stream(WalkthroughStep.values()).mapToInt(WalkthroughStep::seconds).sum())
        .isLessThanOrEqualTo(100);
  }

  @Test
  void eachStepEndsWhenItWasDone() {
    walkthrough.begin();
    for (WalkthroughStep step : WalkthroughStep.values()) {
      assertThat(step()).contains(step);
      walkthrough.happened(step);
    }
    assertThat(step()).isEmpty();
    assertThat(finished).isEqualTo(1);
    assertThat(kept).contains("done");
  }

  @Test
  void theNewestStepIsKeptThoughTheBackgroundOvertakesItself() {
    List<Runnable> waiting = new ArrayList<>();
    walkthrough = new Walkthrough(progress, new Gathered(waiting));
    walkthrough.begin();
    Arrays.stream(WalkthroughStep.values()).forEach(walkthrough::happened);
    waiting.reversed().forEach(Runnable::run);
    assertThat(kept).contains("done");
  }

  @Test
  void nothingElseEndsAStep() {
    walkthrough.begin();
    walkthrough.next();
    walkthrough.happened(WalkthroughStep.FIND_SENTENCE);
    assertThat(step()).contains(WalkthroughStep.OPEN_INTERVIEW);
  }

  @Test
  void backShowsTheStepBeforeAndLetsOneGoOn() {
    walkthrough.begin();
    walkthrough.back();
    assertThat(step()).contains(WalkthroughStep.OPEN_INTERVIEW);
    walkthrough.happened(WalkthroughStep.OPEN_INTERVIEW);
    assertThat(walkthrough.nextOpenProperty().get()).isFalse();
    walkthrough.back();
    assertThat(step()).contains(WalkthroughStep.OPEN_INTERVIEW);
    assertThat(walkthrough.nextOpenProperty().get()).isTrue();
    walkthrough.next();
    assertThat(step()).contains(WalkthroughStep.WRITE_NOTE);
  }

  @Test
  void restartGoesOnAtTheSameStep() {
    walkthrough.begin();
    walkthrough.happened(WalkthroughStep.OPEN_INTERVIEW);
    walkthrough = start();
    walkthrough.resume();
    assertThat(step()).contains(WalkthroughStep.WRITE_NOTE);
    walkthrough.back();
    assertThat(walkthrough.nextOpenProperty().get()).isTrue();
  }

  @Test
  void skippedIsSkippedForGoodUntilAskedFor() {
    walkthrough.beginOnce();
    walkthrough.skip();
    walkthrough = start();
    walkthrough.resume();
    walkthrough.beginOnce();
    assertThat(step()).isEmpty();
    walkthrough.begin();
    assertThat(step()).contains(WalkthroughStep.OPEN_INTERVIEW);
  }

  @Test
  void unknownProgressIsNone() {
    kept = Optional.of("a step of another version");
    walkthrough.resume();
    assertThat(step()).isEmpty();
  }
}
