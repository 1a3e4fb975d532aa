package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What the server said last, kept only for records with unsettled operations. */
final class BaseTable implements Bases {
  private final Connection connection;
  private final Lately lately;

  BaseTable(Connection connection, Lately lately) {
    this.connection = connection;
    this.lately = lately;
  }

  @Override
  public Optional<Base> find(RecordId id) throws SQLException {
    Optional<Base> known = lately.base(id);
    return known.isPresent() ? known : read(id).map(base -> lately.sawBase(id, base));
  }

  private Optional<Base> read(RecordId id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select seq, trashed, fields from base where id = ?")) {
      query.setObject(1, id.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(base(row)) : Optional.empty();
      }
    }
  }

  @Override
  public Map<RecordId, Base> findAll(Collection<RecordId> ids) throws SQLException {
    if (ids.size() <= Lately.ROWS_MAX) {
      return Bases.super.findAll(ids);
    }
    Map<RecordId, Base> found = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select seq, trashed, fields, id from base where id = any(?)")) {
      query.setObject(1, ids.stream().map(RecordId::value).toArray());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(new RecordId(row.getObject(4, UUID.class)), base(row));
        }
      }
    }
    return found;
  }

  private static Base base(ResultSet row) throws SQLException {
    return new Base(row.getLong(1), row.getBoolean(2), RecordTable.fields(row.getBytes(3)));
  }

  @Override
  public void put(RecordId id, Base base) throws SQLException {
    putAll(Map.of(id, base));
  }

  @Override
  public void putAll(Map<RecordId, Base> bases) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into base(id, seq, trashed, fields) key(id) values(?, ?, ?, ?)")) {
      for (Map.Entry<RecordId, Base> base : bases.entrySet()) {
        merge.setObject(1, base.getKey().value());
        merge.setLong(2, base.getValue().seq());
        merge.setBoolean(3, base.getValue().trashed());
        merge.setBytes(4, RecordTable.bytes(base.getValue().fields()));
        merge.addBatch();
      }
      merge.executeBatch();
    }
    bases.forEach(lately::sawBase);
  }

  @Override
  public void delete(RecordId id) throws SQLException {
    deleteAll(List.of(id));
  }

  @Override
  public void deleteAll(Collection<RecordId> ids) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from base where id = ?")) {
      for (RecordId id : ids) {
        delete.setObject(1, id.value());
        delete.addBatch();
      }
      delete.executeBatch();
    }
    ids.forEach(lately::lostBase);
  }
}
