package dev.throughline.desktop.interview;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * Where a person stopped in an interview on this computer. Holds no word of it.
 *
 * @param line the line of the notes with the caret, from 1; empty when work stopped elsewhere
 * @param turn the turn that was looked at or written in; empty when work stopped elsewhere
 */
public record ResumePoint(
    RecordId interview, Optional<Integer> line, Optional<RecordId> turn, long atMillis) {
  public static ResumePoint notes(RecordId interview, int line, long atMillis) {
    return new ResumePoint(interview, Optional.of(line), Optional.empty(), atMillis);
  }

  public static ResumePoint turn(RecordId interview, RecordId turn, long atMillis) {
    return new ResumePoint(interview, Optional.empty(), Optional.of(turn), atMillis);
  }
}
