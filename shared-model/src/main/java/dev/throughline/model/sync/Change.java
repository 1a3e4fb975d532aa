package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.NamedValues;
import dev.throughline.model.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a record became. Fields that are not named did not change.
 *
 * @param seq the number of the last log entry this change covers
 * @param device who wrote it last; a 36-character id, or "server"
 * @param atMillis when the server accepted it
 * @param deliberate whether a person confirmed to remove as much as this is part of
 * @param gone whether the record went out of sight of whoever asks, with all that belongs to it;
 *     then there are no fields
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
    boolean deliberate,
    boolean gone) {
  public Change {
    fields = NamedValues.copyOf(fields);
  }

  /** A change that is within sight. */
  public Change(
      long seq,
      RecordId record,
      String kind,
      boolean trashed,
      SortedMap<String, Value> fields,
      String author,
      String device,
      long atMillis,
      boolean deliberate) {
    this(seq, record, kind, trashed, fields, author, device, atMillis, deliberate, false);
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
    this(seq, record, kind, trashed, fields, author, device, atMillis, false, false);
  }

  /** That a record went out of sight. */
  public static Change gone(long seq, RecordId record, String kind) {
    return new Change(seq, record, kind, false, new TreeMap<>(), "", "", 0, false, true);
  }
}
