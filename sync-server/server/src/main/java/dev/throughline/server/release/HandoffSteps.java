package dev.throughline.server.release;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What the workflow asks of this server. */
@ActivityInterface
public interface HandoffSteps {
  /** Nothing is left to wait for. */
  long DONE = -1;

  /**
   * Takes a step.
   *
   * @return milliseconds until the next; 0 for at once, {@link #DONE} for none
   */
  @ActivityMethod
  long advance(String workspace, String handoff);
}
