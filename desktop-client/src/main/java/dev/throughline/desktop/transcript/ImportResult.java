package dev.throughline.desktop.transcript;

import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.model.id.RecordId;
import java.util.List;

/** What became of importing one transcript file. */
public sealed interface ImportResult {
  /** In, whole or in part; {@code leftOut} names every line that is not. */
  record Imported(RecordId interview, RecordId transcript, int turns, List<LeftOut> leftOut)
      implements ImportResult {
    public Imported {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Nothing was taken in; line 0 when no line is to blame. */
  record Refused(int line, String code, String sentence) implements ImportResult {}

  record Cancelled() implements ImportResult {}

  /** Read, but not saved. */
  record NotSaved(String code, String sentence) implements ImportResult {}
}
