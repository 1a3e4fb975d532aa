package dev.throughline.desktop.interview;

import java.util.List;

/**
 * Remembers where work stopped, for this profile on this computer; never synced. Not on the UI
 * thread.
 */
public interface ResumePoints {
  /** More than anybody picks from. */
  int KEPT_MAX = 12;

  /** One for each interview, the latest first; at most {@link #KEPT_MAX}. */
  List<ResumePoint> latest();

  /** Replaces what was remembered of the same interview. */
  void remember(ResumePoint point);
}
