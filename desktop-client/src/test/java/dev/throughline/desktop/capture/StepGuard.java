package dev.throughline.desktop.capture;

import java.io.IOException;

/** Lets so many changes through and refuses every later one, as a process that was killed does. */
final class StepGuard implements WatchedDisk.Guard {
  private final int steps;
  private int done;

  StepGuard(int steps) {
    this.steps = steps;
  }

  @Override
  public void before(String step, long grows) throws IOException {
    if (done >= steps) {
      throw new IOException("killed before: " + step);
    }
    done++;
  }

  /** Whether something was refused. */
  boolean isOver() {
    return done >= steps;
  }
}
