package dev.throughline.server.release;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The workflow as the engine replays it: no clock, no records, no decisions. */
public final class HandoffCourseFlow implements HandoffCourse {
  /** After that many steps it goes on as a new run, so that its history stays short. */
  private static final int STEPS_MAX = 200;

  private final HandoffSteps steps =
      Workflow.newActivityStub(
          HandoffSteps.class,
          ActivityOptions.newBuilder()
              .setStartToCloseTimeout(Duration.ofMinutes(2))
              .setRetryOptions(
                  RetryOptions.newBuilder()
                      .setInitialInterval(Duration.ofSeconds(1))
                      .setMaximumInterval(Duration.ofMinutes(1))
                      .build())
              .build());

  private int nudges;

  @Override
  public void run(String workspace, String handoff) {
    for (int step = 0; step < STEPS_MAX; step++) {
      int seen = nudges;
      long next = steps.advance(workspace, handoff);
      if (next == HandoffSteps.DONE && seen == nudges) {
        return;
      }
      if (next > 0) {
        Workflow.await(Duration.ofMillis(next), () -> nudges != seen);
      }
    }
    Workflow.newContinueAsNewStub(HandoffCourse.class).run(workspace, handoff);
  }

  @Override
  public void nudge() {
    nudges++;
  }
}
