package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A record as this person sees it: what the server said last with one's own unsent work on top.
 *
 * @param seq the server's number for what it said last; 0 when it never heard of the record
 * @param waiting operations on this record that are not on the server yet
 * @param changedAtMillis when it last changed on this computer
 */
public record RecordView(
    RecordId id,
    String kind,
    WorkspaceId workspace,
    long seq,
    boolean trashed,
    SortedMap<String, Value> fields,
    int waiting,
    long changedAtMillis) {
  /** The record this one lies below, as its kind says. */
  public Optional<RecordId> parent() {
    FieldMap values = new FieldMap(fields);
    return Kinds.named(kind).flatMap(known -> values.reference(known.parent()));
  }

  /** By what it stands among its siblings; the order of texts is the order of ranks. */
  public String rank() {
    return RecordTable.rank(this);
  }
}
