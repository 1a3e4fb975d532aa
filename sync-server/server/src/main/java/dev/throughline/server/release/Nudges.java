package dev.throughline.server.release;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets others have the next step of a handoff looked at now. */
@Component
public final class Nudges {
  private final ObjectProvider<Courses> courses;
  private final ReleaseConfiguration.Later later;

  Nudges(ObjectProvider<Courses> courses, ReleaseConfiguration.Later later) {
    this.courses = courses;
    this.later = later;
  }

  /**
   * Has the workflow of a handoff look at it; returns at once. What is done is only what was
   * signed.
   *
   * @return false where there is no workflow engine, and so nobody who would
   */
  public boolean nudge(WorkspaceId workspace, RecordId handoff) {
    Courses engine = courses.getIfAvailable();
    if (engine == null) {
      return false;
    }
    later.run(() -> engine.nudge(workspace, handoff.toString()));
    return true;
  }
}
