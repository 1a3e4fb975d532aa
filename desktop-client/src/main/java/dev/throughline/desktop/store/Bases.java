package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the server said last, kept only for records with unsettled operations. */
public interface Bases {
  /** A record as the server has it; number 0 when it never heard of it. */
  record Base(long seq, boolean trashed, SortedMap<String, Value> fields) {}

  Optional<Base> find(RecordId id) throws SQLException;

  /** Those of the records that have one. */
  default Map<RecordId, Base> findAll(Collection<RecordId> ids) throws SQLException {
    Map<RecordId, Base> found = new TreeMap<>();
    for (RecordId id : ids) {
      find(id).ifPresent(base -> found.put(id, base));
    }
    return found;
  }

  void put(RecordId id, Base base) throws SQLException;

  default void putAll(Map<RecordId, Base> bases) throws SQLException {
    for (Map.Entry<RecordId, Base> base : bases.entrySet()) {
      put(base.getKey(), base.getValue());
    }
  }

  void delete(RecordId id) throws SQLException;

  default void deleteAll(Collection<RecordId> ids) throws SQLException {
    for (RecordId id : ids) {
      delete(id);
    }
  }
}
