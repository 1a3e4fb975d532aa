package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the server said last, kept only for records with unsettled operations. */
final class BaseTable implements Bases {
  private final Connection connection;

  BaseTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Optional<Base> find(RecordId id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select seq, trashed, fields from base where id = ?")) {
      query.setObject(1, id.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Base(row.getLong(1), row.getBoolean(2), RecordTable.fields(row.getBytes(3))))
            : Optional.empty();
      }
    }
  }

  @Override
  public void put(RecordId id, Base base) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into base(id, seq, trashed, fields) key(id) values(?, ?, ?, ?)")) {
      merge.setObject(1, id.value());
      merge.setLong(2, base.seq());
      merge.setBoolean(3, base.trashed());
      merge.setBytes(4, RecordTable.bytes(base.fields()));
      merge.executeUpdate();
    }
  }

  @Override
  public void delete(RecordId id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from base where id = ?")) {
      delete.setObject(1, id.value());
      delete.executeUpdate();
    }
  }
}
