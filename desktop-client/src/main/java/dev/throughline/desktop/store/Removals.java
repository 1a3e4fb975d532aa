package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** The records others want to remove, as they were shown to the person who decides. */
public interface Removals {
  Set<RecordId> all() throws SQLException;

  void put(Collection<RecordId> records) throws SQLException;

  void clear() throws SQLException;
}
