package dev.throughline.desktop.store;

import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Reads everything that a store holds. H2 does not notice by itself that a power cut kept it from
 * writing some pages; it would say so, or answer nonsense, when somebody asks for what stood there.
 */
final class StoreCheck {
  /** An index with the columns it orders, the table's own order first. */
  private record Index(String table, String name, String columns) {}

  private static final List<Index> INDEXES =
      List.of(
          new Index("record", "record_by_parent", "kind, parent, rank, id"),
          new Index("record", "record_by_rank", "kind, trashed, rank, id"),
          new Index("arrival", "arrival_by_seq", "seq"),
          new Index("pending", "pending_by_record", "record, op_no"),
          new Index("pending", "pending_by_state", "workspace, state, effect_seq, op_no"));

  private final Connection connection;

  private StoreCheck(Connection connection) {
    this.connection = connection;
  }

  /**
   * Makes sure that all rows can be read and that indexes and tables say the same.
   *
   * @throws SQLException or a runtime exception when not
   */
  static void requireWhole(Connection connection) throws SQLException {
    StoreCheck check = new StoreCheck(connection);
    check.read("select name, content from meta", row -> {});
    check.read("select no, undone, step from undo_step", row -> row.getBytes(3));
    check.read("select * from arrival", row -> {});
    check.read("select * from workspace_alias", row -> {});
    check.read("select * from base", row -> RecordTable.fields(row.getBytes("fields")));
    check.read(
        "select " + RecordTable.COLUMNS + " from record",
        row -> RecordTable.fields(row.getBytes("fields")));
    check.read(
        "select * from pending_op", row -> WireFormat.OP.decode(row.getBytes("op"), Encoding.CBOR));
    if (check.read("select op_no from pending", row -> {})
        != check.read("select no from pending_op", row -> {})) {
      throw new SQLException("operations and what they do differ");
    }
    for (Index index : INDEXES) {
      check.requireSame(index);
    }
  }

  private void requireSame(Index index) throws SQLException {
    String select = "select " + index.columns() + " from " + index.table();
    String ordered = " use index (" + index.name() + ") order by " + index.columns();
    if (read(select, row -> {}) != read(select + ordered, row -> {})) {
      throw new SQLException("an index and its table differ");
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Reads all rows; answers a sum that does not depend on their order. */
  private long read(String sql, RowReader reader) throws SQLException {
    long sum = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int width = row.getMetaData().getColumnCount();
      Object[] values = new Object[width];
      while (row.next()) {
        for (int i = 0; i < width; i++) {
          values[i] = row.getString(i + 1);
        }
        reader.read(row);
        sum += (Arrays.hashCode(values) + 1L) * 0x9E3779B97F4A7C15L;
      }
    }
    return sum;
  }
}
