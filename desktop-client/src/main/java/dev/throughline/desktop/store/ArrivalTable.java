package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The latest that others did to each record; only the newest of them are kept. */
final class ArrivalTable implements Arrivals {
  private static final String COLUMNS = "author, record, kind, is_new, seq, at";

  private final Connection connection;

  ArrivalTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void put(Collection<Arrival> arrivals) throws SQLException {
    if (!arrivals.isEmpty()) {
      merge(arrivals);
      prune();
    }
  }

  private void merge(Collection<Arrival> arrivals) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into arrival("
                + COLUMNS
                + ") key(author, record, kind) values(?, ?, ?, ?, ?, ?)")) {
      for (Arrival arrival : arrivals) {
        merge.setString(1, arrival.author());
        merge.setObject(2, arrival.record().value());
        merge.setString(3, arrival.kind());
        merge.setBoolean(4, arrival.isNew());
        merge.setLong(5, arrival.seq());
        merge.setLong(6, arrival.atMillis());
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  private void prune() throws SQLException {
    String sql =
        """
        delete from arrival where seq <
          (select coalesce(max(seq), 0) from
            (select seq from arrival order by seq desc offset ? rows fetch next 1 row only))
        """;
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setInt(1, KEPT_MAX);
      delete.executeUpdate();
    }
  }

  /** Latest first. */
  @Override
  public List<Arrival> after(long seq, int countMax) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from arrival where seq > ? order by seq desc fetch first ? rows only")) {
      query.setLong(1, seq);
      query.setInt(2, countMax);
      List<Arrival> arrivals = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          arrivals.add(
              new Arrival(
                  row.getString(1),
                  new RecordId(row.getObject(2, UUID.class)),
                  row.getString(3),
                  row.getBoolean(4),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
      return arrivals;
    }
  }
}
