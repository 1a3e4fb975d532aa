package dev.throughline.server.release;

import dev.throughline.model.id.WorkspaceId;

/** Sees to it that somebody takes the steps of handoffs. */
interface Courses {
  /** Whether anybody does, now; tries to begin when nobody did yet. */
  boolean isRunning();

  /** Something happened to a handoff: the next step is due now. */
  void nudge(WorkspaceId workspace, String handoff);

  /** Starts the workflow of a handoff unless it runs. */
  void ensure(WorkspaceId workspace, String handoff);
}
