package dev.throughline.server.release;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The one workflow of a handoff: takes a step, waits until the next is due or something happened,
 * and goes on until nothing is left to wait for. It knows nothing of handoffs.
 */
@WorkflowInterface
public interface HandoffCourse {
  @WorkflowMethod
  void run(String workspace, String handoff);

  /** Something happened. Lost or doubled, it changes nothing but when the next step is taken. */
  @SignalMethod
  void nudge();
}
