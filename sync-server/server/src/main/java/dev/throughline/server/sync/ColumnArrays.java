package dev.throughline.server.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows turned into one array a column, for statements that read them with {@code unnest}. */
final class ColumnArrays<T> {
  /** Rows of one statement; bounds what it holds in memory. */
  private static final int ROWS_MAX = 4_000;

  private record Column<T>(String type, Function<List<T>, Object[]> values) {}

  private final List<T> rows;
  private final List<Column<T>> columns = new ArrayList<>();

  ColumnArrays(List<T> rows) {
    this.rows = rows;
  }

  ColumnArrays<T> longs(Function<T, @Nullable Long> value) {
    return with("int8", part -> part.stream().map(value).toArray(Long[]::new));
  }

  ColumnArrays<T> uuids(Function<T, @Nullable UUID> value) {
    return with("uuid", part -> part.stream().map(value).toArray(UUID[]::new));
  }

  ColumnArrays<T> texts(Function<T, @Nullable String> value) {
    return with("text", part -> part.stream().map(value).toArray(String[]::new));
  }

  ColumnArrays<T> bytes(Function<T, byte @Nullable []> value) {
    return with("bytea", part -> part.stream().map(value).toArray(byte[][]::new));
  }

  private ColumnArrays<T> with(String type, Function<List<T>, Object[]> values) {
    columns.add(new Column<>(type, values));
    return this;
  }

  /** Runs the statement; its first places take these values, the others the columns in order. */
  void execute(JdbcTemplate jdbc, String sql, Object... first) {
    for (int from = 0; from < rows.size(); from += ROWS_MAX) {
      List<T> part = rows.subList(from, Math.min(from + ROWS_MAX, rows.size()));
      jdbc.update(connection -> statement(connection, sql, part, first));
    }
  }

  private PreparedStatement statement(
      Connection connection, String sql, List<T> part, Object... first) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    int place = 1;
    for (Object value : first) {
      statement.setObject(place++, value);
    }
    for (Column<T> column : columns) {
      Object[] values = column.values().apply(part);
      statement.setArray(place++, connection.createArrayOf(column.type(), values));
    }
    return statement;
  }
}
