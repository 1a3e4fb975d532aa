package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Removals that wait for a decision, in H2. */
final class RemovalTable implements Removals {
  static final String CREATE = "create table if not exists removal(id uuid primary key)";

  private final Connection connection;

  RemovalTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Set<RecordId> all() throws SQLException {
    Set<RecordId> ids = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement("select id from removal");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        ids.add(new RecordId(row.getObject(1, UUID.class)));
      }
    }
    return ids;
  }

  @Override
  public void put(Collection<RecordId> ids) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement("merge into removal(id) key(id) values(?)")) {
      for (RecordId id : ids) {
        merge.setObject(1, id.value());
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  @Override
  public void clear() throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from removal")) {
      delete.executeUpdate();
    }
  }
}
