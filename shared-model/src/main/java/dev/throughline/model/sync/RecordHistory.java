package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.NamedValues;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.SortedMap;

/**
 * What happened to one record, newest first. What a field held before an entry stands in the next
 * older entry that names it.
 *
 * @param more whether there are older entries than these
 */
public record RecordHistory(RecordId record, List<Entry> entries, boolean more) {
  /** Entries of one answer. */
  public static final int ENTRIES_MAX = 200;

  public RecordHistory {
    entries = List.copyOf(entries);
  }

  /**
   * One entry of the log.
   *
   * @param device a 36-character id, or "server"
   * @param atMillis when the server accepted it
   * @param trashed whether the record was in the trash after it
   * @param erased whether its content was erased for good; then it names no fields
   * @param fields what it changed, as it was afterwards
   */
  public record Entry(
      long seq,
      String author,
      String device,
      long atMillis,
      boolean trashed,
      boolean erased,
      SortedMap<String, Value> fields) {
    public Entry {
      fields = NamedValues.copyOf(fields);
    }
  }
}
