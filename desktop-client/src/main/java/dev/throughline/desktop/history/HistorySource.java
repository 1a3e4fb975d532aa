package dev.throughline.desktop.history;

import dev.throughline.model.id.RecordId;

/** Tells what happened to records. Blocks; not on the UI thread. */
@FunctionalInterface
public interface HistorySource {
  /** The newest entries before a number. */
  HistoryAnswer page(RecordId record, long before);
}
