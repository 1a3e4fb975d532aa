package dev.throughline.desktop.history;

import dev.throughline.model.sync.RecordHistory;
import java.util.List;

/** What came of asking for the history of a record. */
public sealed interface HistoryAnswer {
  /** Entries, newest first; {@code more} tells whether there are older ones. */
  record Page(List<RecordHistory.Entry> entries, boolean more) implements HistoryAnswer {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /** The server cannot be reached now. */
  record Offline() implements HistoryAnswer {}

  /** There is no server, or it keeps no history. */
  record Unknown() implements HistoryAnswer {}
}
