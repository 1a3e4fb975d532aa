package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** What the server said last, kept only for records with unsettled operations. */
public interface Bases {
  /** A record as the server has it; number 0 when it never heard of it. */
  record Base(long seq, boolean trashed, SortedMap<String, Value> fields) {}

  Optional<Base> find(RecordId id) throws SQLException;

  void put(RecordId id, Base base) throws SQLException;

  void delete(RecordId id) throws SQLException;
}
