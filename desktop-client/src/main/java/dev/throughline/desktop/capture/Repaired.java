package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.RecordingState;
import java.util.List;

/** What became of a recording that was found at the start. */
public sealed interface Repaired {
  /**
   * It had been ended in order, or was put in order by an earlier start; nothing was touched.
   *
   * @param state whether it was stopped or recovered
   * @param startedAt in milliseconds since 1970; 0 when nothing tells any more
   */
  record Whole(RecordId recording, RecordingState state, PcmForm form, long frames, long startedAt)
      implements Repaired {
    /** How long it is, in milliseconds. */
    public long millis() {
      return form.millis(frames);
    }
  }

  /**
   * It was cut off, and is now in order.
   *
   * @param frames it holds, those that were damaged included
   * @param startedAt in milliseconds since 1970; 0 when nothing tells any more
   * @param damaged places that cannot be read any more; the rest can
   */
  record Recovered(
      RecordId recording, PcmForm form, long frames, long startedAt, List<Span> damaged)
      implements Repaired {
    public Recovered {
      damaged = List.copyOf(damaged);
    }

    /** How long it is, in milliseconds. */
    public long millis() {
      return form.millis(frames);
    }
  }

  /** The folder tells nothing of a recording: it was cut off before its first line was safe. */
  record Nothing(String folder) implements Repaired {}

  /** The disk did not let it be looked at or put in order; all is as it was. */
  record NotNow(String folder, String reason) implements Repaired {}
}
