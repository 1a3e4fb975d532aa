package dev.throughline.desktop.transcript;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;

/** One row of the transcript pane. */
public sealed interface TranscriptRow {
  RecordId id();

  /** Where a transcript begins; only shown when an interview has several. */
  record Heading(Transcript transcript) implements TranscriptRow {
    @Override
    public RecordId id() {
      return transcript.id();
    }
  }

  /** What one person said. */
  record Turn(Segment segment) implements TranscriptRow {
    @Override
    public RecordId id() {
      return segment.id();
    }
  }
}
