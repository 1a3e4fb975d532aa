package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads many records in one query each, so that long lists do not ask row by row. */
final class RecordLists implements Listings {
  private final Connection connection;
  private final RecordTable records;

  RecordLists(Connection connection, RecordTable records) {
    this.records = records;
    this.connection = connection;
  }

  @Override
  public List<RecordId> newestIds(String kind, int countMax) throws SQLException {
    String sql =
        """
        select id from record where kind = ? and not trashed
        order by kind desc, trashed desc, rank desc, id desc fetch first ? rows only
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, kind);
      query.setInt(2, countMax);
      return ids(query);
    }
  }

  /**
   * One look into the index a parent: asked for many parents at once, H2 reads all children of the
   * kind and compares each with every parent.
   */
  @Override
  public List<RecordView> childrenOf(String kind, Collection<RecordId> parents)
      throws SQLException {
    String sql =
        "select "
            + RecordTable.COLUMNS
            + """
             from record where kind = ? and parent = ? and not trashed
            order by kind, parent, rank, id
            """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, kind);
      List<RecordView> views = new ArrayList<>();
      for (RecordId parent : new TreeSet<>(parents)) {
        query.setObject(2, parent.value());
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            views.add(records.view(row));
          }
        }
      }
      return views;
    }
  }

  @Override
  public List<RecordPlace> places(Collection<RecordId> records) throws SQLException {
    String sql = "select id, kind, parent from record where id = any(?)";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, values(records));
      List<RecordPlace> places = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          places.add(
              new RecordPlace(
                  new RecordId(row.getObject(1, UUID.class)),
                  row.getString(2),
                  Optional.ofNullable(row.getObject(3, UUID.class)).map(RecordId::new)));
        }
      }
      return places;
    }
  }

  @Override
  public Set<RecordId> waitingParents(String kind, int opCountMax) throws SQLException {
    String sql =
        """
        select distinct parent from
          (select record as changed from pending order by op_no desc fetch first ? rows only)
        inner join record on record.id = changed
        where kind = ? and parent is not null
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, opCountMax);
      query.setString(2, kind);
      return new HashSet<>(ids(query));
    }
  }

  /** Every record by id, whatever its workspace, kind and state. */
  @Override
  public List<RecordStamp> stamps(UUID after, int countMax) throws SQLException {
    String sql =
        """
        select id, kind, trashed, fields from record where id > ?
        order by id fetch first ? rows only
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, after);
      query.setInt(2, countMax);
      List<RecordStamp> stamps = new ArrayList<>(countMax);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          RecordId id = new RecordId(row.getObject(1, UUID.class));
          stamps.add(RecordStamp.of(id, row.getString(2), row.getBoolean(3), row.getBytes(4)));
        }
      }
      return stamps;
    }
  }

  @Override
  public long count() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select count(*) from record");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public int live(int countMax) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select count(*) from (select 1 from record where not trashed fetch first ? rows"
                + " only)")) {
      query.setInt(1, countMax);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Override
  public List<RecordView> trashed(String kind, int countMax) throws SQLException {
    String sql =
        "select "
            + RecordTable.COLUMNS
            + """
             from record where kind = ? and trashed
            order by changed_at desc, id desc fetch first ? rows only
            """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, kind);
      query.setInt(2, countMax);
      List<RecordView> views = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          views.add(records.view(row));
        }
      }
      return views;
    }
  }

  private static Object[] values(Collection<RecordId> ids) {
    return ids.stream().map(RecordId::value).distinct().toArray();
  }

  private static List<RecordId> ids(PreparedStatement query) throws SQLException {
    List<RecordId> ids = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        ids.add(new RecordId(row.getObject(1, UUID.class)));
      }
    }
    return ids;
  }
}
