package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Rows of the view: one per record, as the person sees it. */
final class RecordTable implements Records {
  private static final int RANK_LENGTH_MAX = 320;
  private static final int RANK_DIGITS = 19;
  private static final String DUPLICATE_KEY = "23505";
  static final String COLUMNS = "id, kind, workspace, seq, trashed, fields, waiting, changed_at";

  private final Connection connection;
  private final Aliases aliases;
  private final Lately lately;

  RecordTable(Connection connection, Aliases aliases, Lately lately) {
    this.connection = connection;
    this.aliases = aliases;
    this.lately = lately;
  }

  @Override
  public Optional<RecordView> find(RecordId id) throws SQLException {
    Optional<RecordView> known = lately.view(id);
    return known.isPresent()
        ? known
        : query("select " + COLUMNS + " from record where id = ?", id.value()).stream()
            .findFirst()
            .map(lately::saw);
  }

  @Override
  public Map<RecordId, RecordView> findAll(Collection<RecordId> ids) throws SQLException {
    Map<RecordId, RecordView> found = new TreeMap<>();
    if (ids.size() <= Lately.ROWS_MAX) {
      for (RecordId id : ids) {
        find(id).ifPresent(view -> found.put(id, view));
      }
      return found;
    }
    Object[] values = ids.stream().map(RecordId::value).distinct().toArray();
    for (RecordView view :
        query("select " + COLUMNS + " from record where id = any(?)", (Object) values)) {
      found.put(view.id(), view);
    }
    return found;
  }

  @Override
  public List<RecordView> children(String kind, RecordId parent, int countMax) throws SQLException {
    return query(
        "select "
            + COLUMNS
            + """
             from record where kind = ? and parent = ? and not trashed
            order by kind, parent, rank, id fetch first ? rows only
            """,
        kind,
        parent.value(),
        countMax);
  }

  @Override
  public List<RecordView> childrenAfter(
      String kind, RecordId parent, String rank, RecordId id, int countMax) throws SQLException {
    return query(
        "select "
            + COLUMNS
            + """
             from record where kind = ? and parent = ? and rank >= ? and not trashed
              and (rank > ? or id > ?)
            order by kind, parent, rank, id fetch first ? rows only
            """,
        kind,
        parent.value(),
        rank,
        rank,
        id.value(),
        countMax);
  }

  @Override
  public List<RecordView> newest(String kind, int skip, int countMax) throws SQLException {
    return query(
        "select "
            + COLUMNS
            + """
             from record where kind = ? and not trashed
            order by kind desc, trashed desc, rank desc, id desc
            offset ? rows fetch next ? rows only
            """,
        kind,
        skip,
        countMax);
  }

  @Override
  public List<RecordView> all(WorkspaceId workspace, UUID after, int countMax) throws SQLException {
    return query(
        "select "
            + COLUMNS
            + " from record where workspace = ? and id > ? order by id fetch first ? rows only",
        aliases.of(workspace),
        after,
        countMax);
  }

  @Override
  public int count(String kind, WorkspaceId workspace) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select count(*) from record where kind = ? and workspace = ? and not trashed")) {
      query.setString(1, kind);
      query.setObject(2, aliases.of(workspace));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Override
  public void put(Collection<RecordView> views) throws SQLException {
    write("merge into record(%s) key(id) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", views);
    views.forEach(lately::saw);
  }

  /** A plain insert need not look for the row first. */
  @Override
  public void add(Collection<RecordView> views) throws SQLException {
    try {
      write("insert into record(%s) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", views);
      views.forEach(lately::saw);
    } catch (SQLException e) {
      throw DUPLICATE_KEY.equals(e.getSQLState()) ? new AlreadyHere(e) : e;
    }
  }

  private void write(String statement, Collection<RecordView> views) throws SQLException {
    if (views.isEmpty()) {
      return;
    }
    String sql =
        statement.formatted(
            "id, kind, workspace, parent, rank, seq, trashed, waiting, changed_at, fields");
    try (PreparedStatement merge = connection.prepareStatement(sql)) {
      for (RecordView view : views) {
        bind(merge, view);
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  @Override
  public void delete(RecordId id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from record where id = ?")) {
      delete.setObject(1, id.value());
      delete.executeUpdate();
    }
    lately.lostView(id);
  }

  /** The rows stay as they are, but for those the other workspace had already. */
  @Override
  public void rehome(WorkspaceId from, WorkspaceId to) throws SQLException {
    UUID alias = aliases.of(from);
    lately.forget();
    if (from.equals(to)) {
      return;
    }
    for (String table : List.of("record", "pending")) {
      try (PreparedStatement update =
          connection.prepareStatement(
              "update " + table + " set workspace = ? where workspace = ?")) {
        update.setObject(1, alias);
        update.setObject(2, aliases.of(to));
        update.executeUpdate();
      }
    }
    aliases.put(alias, to);
  }

  @Override
  public Set<RecordId> keepOnly(WorkspaceId workspace, Set<String> kinds) throws SQLException {
    String others = " from record where workspace = ? and not (kind = any(?))";
    try (PreparedStatement delete =
        connection.prepareStatement("delete" + others + " and waiting = 0")) {
      delete.setObject(1, aliases.of(workspace));
      delete.setObject(2, kinds.toArray());
      delete.executeUpdate();
    }
    lately.forget();
    return ids("select id" + others, aliases.of(workspace), kinds.toArray());
  }

  @Override
  public List<RecordView> ofKind(WorkspaceId workspace, String kind, UUID after, int countMax)
      throws SQLException {
    return query(
        "select "
            + COLUMNS
            + " from record where kind = ? and workspace = ? and id > ?"
            + " order by id fetch first ? rows only",
        kind,
        aliases.of(workspace),
        after,
        countMax);
  }

  @Override
  public Set<RecordId> below(String kind, Collection<RecordId> parents) throws SQLException {
    return ids("select id from record where kind = ? and parent = any(?)", kind, values(parents));
  }

  @Override
  public Set<RecordId> forget(Collection<RecordId> ids) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from record where id = any(?) and waiting = 0")) {
      delete.setObject(1, values(ids));
      delete.executeUpdate();
    }
    lately.forget();
    return ids("select id from record where id = any(?)", (Object) values(ids));
  }

  private static Object[] values(Collection<RecordId> ids) {
    return ids.stream().map(RecordId::value).toArray();
  }

  private Set<RecordId> ids(String sql, Object... values) throws SQLException {
    Set<RecordId> ids = new TreeSet<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ids.add(new RecordId(row.getObject(1, UUID.class)));
        }
      }
    }
    return ids;
  }

  @Override
  public void deleteWorkspace(WorkspaceId workspace) throws SQLException {
    lately.forget();
    for (String sql :
        List.of(
            "delete from base where id in (select id from record where workspace = ?)",
            "delete from record where workspace = ?",
            "delete from pending_op where no in (select op_no from pending where workspace = ?)",
            "delete from pending where workspace = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setObject(1, aliases.of(workspace));
        delete.executeUpdate();
      }
    }
  }

  static byte[] bytes(SortedMap<String, Value> fields) {
    return WireFormat.VALUE.encode(new Value.Entries(fields), Encoding.CBOR);
  }

  static SortedMap<String, Value> fields(byte[] bytes) {
    return WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Entries(var fields)
        ? fields
        : new TreeMap<>();
  }

  private void bind(PreparedStatement merge, RecordView view) throws SQLException {
    merge.setObject(1, view.id().value());
    merge.setString(2, view.kind());
    merge.setObject(3, aliases.forWriting(view.workspace()));
    merge.setObject(4, view.parent().map(RecordId::value).orElse(null));
    merge.setString(5, rank(view));
    merge.setLong(6, view.seq());
    merge.setBoolean(7, view.trashed());
    merge.setInt(8, view.waiting());
    merge.setLong(9, view.changedAtMillis());
    merge.setBytes(10, bytes(view.fields()));
  }

  /** Numbers with leading zeros, so that text order is number order; texts in lower case. */
  static String rank(RecordView view) {
    String name = Kinds.named(view.kind()).map(Kind::rank).orElse("");
    FieldMap fields = new FieldMap(view.fields());
    String rank =
        fields
            .whole(name)
            .map(RecordTable::padded)
            .orElseGet(() -> fields.text(name).toLowerCase(Locale.ROOT));
    return rank.substring(0, Math.min(rank.length(), RANK_LENGTH_MAX));
  }

  private static String padded(long number) {
    String digits = Long.toString(number);
    return number < 0
        ? String.format(Locale.ROOT, "%019d", number)
        : "0".repeat(RANK_DIGITS - digits.length()) + digits;
  }

  private List<RecordView> query(String sql, Object... values) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<RecordView> views = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          views.add(view(row));
        }
      }
      return views;
    }
  }

  RecordView view(ResultSet row) throws SQLException {
    return new RecordView(
        new RecordId(row.getObject(1, UUID.class)),
        row.getString(2),
        aliases.workspace(row.getObject(3, UUID.class)),
        row.getLong(4),
        row.getBoolean(5),
        fields(row.getBytes(6)),
        row.getInt(7),
        row.getLong(8));
  }
}
