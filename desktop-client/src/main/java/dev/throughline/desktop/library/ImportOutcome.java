package dev.throughline.desktop.library;

import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.model.id.RecordId;
import java.util.List;

/** What became of one file. */
sealed interface ImportOutcome {
  /** A transcript is in; what is not in is listed. */
  record Transcript(RecordId interview, int turns, List<LeftOut> leftOut) implements ImportOutcome {
    public Transcript {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A workspace export was read. */
  record Workspace(int records, int changed) implements ImportOutcome {}

  /** Nothing of the file is in; the sentence says why and names the line where there is one. */
  record Refused(String code, String sentence) implements ImportOutcome {}

  /** Stopped by the person before anything was saved. */
  record Cancelled() implements ImportOutcome {}
}
