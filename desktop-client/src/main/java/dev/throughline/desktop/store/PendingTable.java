package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Operations that are not settled, in the order they were made. Text bases are kept inline. */
final class PendingTable implements PendingOps {
  private static final String COLUMNS = "op, workspace, state, since, reason, detail, grouped";
  private static final String ROWS = " from pending join pending_op on no = op_no ";

  private static final Comparator<Row> BY_NUMBER =
      Comparator.comparingLong(row -> row.waiting().op().opNo());

  private final Connection connection;
  private final Aliases aliases;
  private final Lately lately;

  PendingTable(Connection connection, Aliases aliases, Lately lately) {
    this.connection = connection;
    this.aliases = aliases;
    this.lately = lately;
  }

  @Override
  public List<Row> ofRecord(RecordId id) throws SQLException {
    Optional<List<Row>> known = lately.pending(id);
    if (known.isPresent()) {
      return known.get();
    }
    List<Row> rows = query("where record = ? order by op_no", id.value());
    lately.sawPending(id, rows);
    return rows;
  }

  @Override
  public List<Unsettled> after(long opNo, int countMax) throws SQLException {
    List<Unsettled> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + ", effect_seq"
                + ROWS
                + "where op_no > ? order by op_no fetch first ? rows only")) {
      query.setLong(1, opNo);
      query.setInt(2, countMax);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Unsettled(row(row), row.getLong(8)));
        }
      }
    }
    return found;
  }

  @Override
  public Map<RecordId, List<Row>> ofRecords(Collection<RecordId> ids) throws SQLException {
    if (ids.size() <= Lately.ROWS_MAX) {
      return PendingOps.super.ofRecords(ids);
    }
    Map<RecordId, List<Row>> found = new HashMap<>();
    Object[] values = ids.stream().map(RecordId::value).toArray();
    for (Row row : query("where record = any(?)", (Object) values)) {
      found.computeIfAbsent(row.waiting().op().record(), _ -> new ArrayList<>()).add(row);
    }
    found.values().forEach(rows -> rows.sort(BY_NUMBER));
    return found;
  }

  /** One look into the index a state: asked for both at once, H2 reads and sorts all that wait. */
  @Override
  public List<Waiting> toPush(WorkspaceId workspace, int countMax) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (WaitingState state : List.of(WaitingState.SENT, WaitingState.WAITING)) {
      rows.addAll(
          query(
              "where state = ? and workspace = ? order by workspace, state, effect_seq, op_no"
                  + " fetch first ? rows only",
              state.name(),
              aliases.of(workspace),
              countMax));
    }
    rows.sort(BY_NUMBER);
    return waiting(rows.subList(0, Math.min(rows.size(), countMax)));
  }

  @Override
  public List<Waiting> unsettled(WorkspaceId workspace, int countMax) throws SQLException {
    return waiting(
        query(
            "where state <> 'ANSWERED' and workspace = ? order by op_no fetch first ? rows only",
            aliases.of(workspace),
            countMax));
  }

  @Override
  public List<Waiting> aside(WorkspaceId workspace, int countMax) throws SQLException {
    return waiting(
        query(
            "where state in ('PARKED', 'HELD') and workspace = ? order by op_no"
                + " fetch first ? rows only",
            aliases.of(workspace),
            countMax));
  }

  @Override
  public List<RecordId> removeAside(Collection<Long> opNos) throws SQLException {
    return remove("op_no = any(?) and state in ('PARKED', 'HELD')", (Object) opNos.toArray());
  }

  /** Removes operations; answers the records they were on. */
  private List<RecordId> remove(String where, Object... values) throws SQLException {
    Set<RecordId> records = new LinkedHashSet<>();
    List<Long> opNos = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("select op_no, record from pending where " + where)) {
      set(query, values);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          opNos.add(row.getLong(1));
          records.add(new RecordId(row.getObject(2, UUID.class)));
        }
      }
    }
    lately.forgetPending();
    for (String sql :
        List.of("delete from pending_op where no = ?", "delete from pending where op_no = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        for (long opNo : opNos) {
          delete.setLong(1, opNo);
          delete.addBatch();
        }
        delete.executeBatch();
      }
    }
    return List.copyOf(records);
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** State by state, as in {@link #toPush}: asked for several, H2 reads all that wait. */
  @Override
  public int count(WorkspaceId workspace, Set<WaitingState> states, int countMax)
      throws SQLException {
    int count = 0;
    for (WaitingState state : states) {
      count += count(workspace, state, countMax - count);
    }
    return count;
  }

  private int count(WorkspaceId workspace, WaitingState state, int countMax) throws SQLException {
    OptionalInt known = lately.count(workspace, state, countMax);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select count(*) from (select op_no from pending where workspace = ? and state = ?
              order by workspace, state, effect_seq, op_no fetch first ? rows only)
            """)) {
      set(query, aliases.of(workspace), state.name(), countMax);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        lately.sawCount(workspace, state, countMax, row.getInt(1));
        return row.getInt(1);
      }
    }
  }

  /** What a save folds into an operation that waits changes nothing but its content. */
  @Override
  public void insert(Collection<Row> rows) throws SQLException {
    List<Row> others = rows.stream().filter(row -> !isKnownButForContent(row)).toList();
    if (!others.isEmpty()) {
      insertStates(others);
      lately.lostCounts();
    }
    insertOps(rows);
    rows.forEach(this::know);
  }

  private boolean isKnownButForContent(Row row) {
    Waiting now = row.waiting();
    return now.state() == WaitingState.WAITING
        && lately.pending(now.op().record()).stream()
            .flatMap(List::stream)
            .filter(other -> isSame(other, row) && other.isGrouped() == row.isGrouped())
            .anyMatch(other -> other.waiting().with(now.op()).equals(now));
  }

  private void insertStates(Collection<Row> rows) throws SQLException {
    String sql =
        """
        merge into pending
          (op_no, record, workspace, state, grouped, since, effect_seq, reason, detail)
        key(op_no) values(?, ?, ?, ?, ?, ?, 0, ?, ?)
        """;
    try (PreparedStatement merge = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        Waiting waiting = row.waiting();
        merge.setLong(1, waiting.op().opNo());
        merge.setObject(2, waiting.op().record().value());
        merge.setObject(3, aliases.forWriting(waiting.workspace()));
        merge.setString(4, waiting.state().name());
        merge.setBoolean(5, row.isGrouped());
        merge.setLong(6, waiting.since());
        merge.setString(7, waiting.reason());
        merge.setString(8, waiting.detail());
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  /** The rows of a record that is known are known on: a save writes the last of them. */
  private void know(Row row) {
    RecordId record = row.waiting().op().record();
    Optional<List<Row>> known = lately.pending(record);
    if (known.isPresent()) {
      List<Row> rows = new ArrayList<>(known.get());
      rows.removeIf(other -> isSame(other, row));
      rows.add(row);
      rows.sort(BY_NUMBER);
      lately.sawPending(record, rows);
    }
  }

  private static boolean isSame(Row one, Row other) {
    return BY_NUMBER.compare(one, other) == 0;
  }

  private void insertOps(Collection<Row> rows) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement("merge into pending_op(no, op) key(no) values(?, ?)")) {
      for (Row row : rows) {
        Op op = row.waiting().op();
        merge.setLong(1, op.opNo());
        merge.setBytes(2, WireFormat.OP.encode(op, Encoding.CBOR));
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  @Override
  public void move(Collection<Long> opNos, WaitingState from, WaitingState to) throws SQLException {
    lately.forgetPending();
    try (PreparedStatement update =
        connection.prepareStatement("update pending set state = ? where op_no = ? and state = ?")) {
      for (long opNo : opNos) {
        update.setString(1, to.name());
        update.setLong(2, opNo);
        update.setString(3, from.name());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  @Override
  public void markAnswered(long opNo, long effectSeq) throws SQLException {
    settle(opNo, WaitingState.ANSWERED, effectSeq, "", "");
  }

  @Override
  public void markAnswered(Map<Long, Long> effectSeqs) throws SQLException {
    lately.forgetPending();
    try (PreparedStatement update =
        connection.prepareStatement(
            "update pending set state = 'ANSWERED', effect_seq = ? where op_no = ?")) {
      for (Map.Entry<Long, Long> answered : effectSeqs.entrySet()) {
        update.setLong(1, answered.getValue());
        update.setLong(2, answered.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  @Override
  public void markParked(long opNo, String reason, String detail) throws SQLException {
    settle(opNo, WaitingState.PARKED, 0, reason, detail);
  }

  private void settle(long opNo, WaitingState state, long effectSeq, String reason, String detail)
      throws SQLException {
    lately.forgetPending();
    try (PreparedStatement update =
        connection.prepareStatement(
            "update pending set state = ?, effect_seq = ?, reason = ?, detail = ? where op_no ="
                + " ?")) {
      update.setString(1, state.name());
      update.setLong(2, effectSeq);
      update.setString(3, reason);
      update.setString(4, detail);
      update.setLong(5, opNo);
      update.executeUpdate();
    }
  }

  @Override
  public Map<Long, RecordId> answered(WorkspaceId workspace, long afterSeq, long toSeq)
      throws SQLException {
    Map<Long, RecordId> answered = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select op_no, record from pending where workspace = ? and state = 'ANSWERED'"
                + " and effect_seq > ? and effect_seq <= ?")) {
      set(query, aliases.of(workspace), afterSeq, toSeq);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          answered.put(row.getLong(1), new RecordId(row.getObject(2, UUID.class)));
        }
      }
    }
    return answered;
  }

  @Override
  public List<RecordId> removeArrived(WorkspaceId workspace, long cursor) throws SQLException {
    return remove(
        "workspace = ? and state = 'ANSWERED' and effect_seq <= ?", aliases.of(workspace), cursor);
  }

  @Override
  public void removeAnswered(Collection<RecordId> records) throws SQLException {
    remove(
        "record = any(?) and state = 'ANSWERED'",
        (Object) records.stream().map(RecordId::value).toArray());
  }

  private static List<Waiting> waiting(List<Row> rows) {
    return rows.stream().map(Row::waiting).toList();
  }

  private List<Row> query(String where, Object... values) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select " + COLUMNS + ROWS + where)) {
      set(query, values);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
      return rows;
    }
  }

  private Row row(ResultSet row) throws SQLException {
    Op op = WireFormat.OP.decode(row.getBytes(1), Encoding.CBOR);
    return new Row(
        new Waiting(
            op,
            aliases.workspace(row.getObject(2, UUID.class)),
            WaitingState.valueOf(row.getString(3)),
            row.getLong(4),
            row.getString(5),
            row.getString(6)),
        row.getBoolean(7));
  }
}
