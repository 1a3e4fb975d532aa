package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.NamedValues;
import dev.throughline.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record as the server holds it.
 *
 * @param seq the log entry that changed it last; 0 before the first
 * @param trash who moved it to the trash; empty while it is not there
 */
public record RecordState(
    RecordId id,
    String kind,
    long seq,
    Optional<Stamp> trash,
    SortedMap<String, Value> fields,
    SortedMap<String, Stamp> stamps) {
  public RecordState {
    fields = NamedValues.copyOf(fields);
    stamps = NamedValues.copyOf(stamps);
  }

  /** A record nobody has written yet. */
  public static RecordState absent(RecordId id, String kind) {
    return new RecordState(id, kind, 0, Optional.empty(), new TreeMap<>(), new TreeMap<>());
  }

  public boolean isAbsent() {
    return seq == 0;
  }
}
