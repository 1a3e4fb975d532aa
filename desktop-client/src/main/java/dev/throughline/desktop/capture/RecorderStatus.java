package dev.throughline.desktop.capture;

import java.util.List;
import java.util.OptionalLong;

/**
 * A recorder as it is now; asking costs nothing, and never waits for the disk.
 *
 * @param elapsedMillis of sound taken up, pauses not counted
 * @param safeMillis of it that are on disk; never ahead of the truth
 * @param freeMinutes for which there is space; empty while that is not known
 * @param problems the worst first
 */
public record RecorderStatus(
    State state,
    long elapsedMillis,
    long safeMillis,
    Level level,
    OptionalLong freeMinutes,
    List<RecorderProblem> problems) {
  /** What a recorder does. */
  public enum State {
    RECORDING,
    PAUSED,
    /** What was taken up goes to disk. */
    STOPPING,
    ENDED
  }

  public RecorderStatus {
    problems = List.copyOf(problems);
  }
}
