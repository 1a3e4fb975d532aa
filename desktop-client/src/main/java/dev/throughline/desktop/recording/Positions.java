package dev.throughline.desktop.recording;

import dev.throughline.model.id.RecordId;

/** Remembers where one stopped listening, on this computer. Not on the UI thread. */
public interface Positions {
  /** In milliseconds; 0 for one that was never heard. */
  long of(RecordId recording);

  void remember(RecordId recording, long millis);
}
