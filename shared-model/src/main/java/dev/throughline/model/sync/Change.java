package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a record became. Fields that are not named did not change.
 *
 * @param seq the number of the last log entry this change covers
 * @param device who wrote it last; a 36-character id, or "server"
 * @param atMillis when the server accepted it
 * @param deliberate whether a person confirmed to remove as much as this is part of
 */
public record Change(
    long seq,
    RecordId record,
    String kind,
    boolean trashed,
    SortedMap<String, Value> fields,
    String author,
    String device,
    long atMillis,
    boolean deliberate) {
  public Change {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** A change that nobody had to confirm. */
  public Change(
      long seq,
      RecordId record,
      String kind,
      boolean trashed,
      SortedMap<String, Value> fields,
      String author,
      String device,
      long atMillis) {
    this(seq, record, kind, trashed, fields, author, device, atMillis, false);
  }
}
