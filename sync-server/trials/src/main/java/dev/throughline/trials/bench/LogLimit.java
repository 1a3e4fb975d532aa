package dev.throughline.trials.bench;

import dev.throughline.engines.Credentials;
import dev.throughline.engines.PostgresEngine;
import dev.throughline.trials.end.AtEnd;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * How fast Postgres itself takes in what pushes lead to: the rows that a server wrote, inserted
 * again by plain JDBC batches into tables like the server's own, with their indexes and row-level
 * security, in transactions as large as a push. An operation is three rows: log, state, outcome.
 */
final class LogLimit {
  /** The most operations of one push. */
  private static final int OPS_A_TRANSACTION = 4_000;

  private static final Duration START_MAX = Duration.ofSeconds(60);

  private record Table(String name, String columns, String places, String order) {}

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "change_log",
              "workspace_id, seq, commit_last_seq, record_id, kind, op_id, device, op_no, author,"
                  + " payload, salt, commitment, accepted_at",
              "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?",
              "seq"),
          new Table(
              "record_state",
              "workspace_id, record_id, kind, seq, fields, stamps, trash",
              "?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb)",
              "record_id"),
          new Table(
              "op_outcome",
              "workspace_id, device, incarnation, op_no, op_id, outcome, payload, accepted_at",
              "?, ?, ?, ?, ?, cast(? as jsonb), ?, ?",
              "device, op_no"));

  private LogLimit() {}

  /** Takes the rows of so many operations; the server on the folder must have stopped. */
  static double rowsPerSecond(Path data, Path programs, int ops) throws SQLException {
    var options = new PostgresEngine.Options(data.resolve("postgres"), 0, START_MAX, programs);
    try (PostgresEngine postgres =
            AtEnd.stop(() -> PostgresEngine.start(options), PostgresEngine::close);
        Connection connection = connect(postgres)) {
      makeTables(connection);
      long nanos = 0;
      long rows = 0;
      for (int from = 0; from < ops; from += OPS_A_TRANSACTION) {
        List<List<Object[]>> read = new ArrayList<>();
        for (Table table : TABLES) {
          read.add(read(connection, table, from));
        }
        connection.commit();
        long began = System.nanoTime();
        for (int i = 0; i < TABLES.size(); i++) {
          insert(connection, TABLES.get(i), read.get(i));
        }
        connection.commit();
        nanos += System.nanoTime() - began;
        rows += read.stream().mapToLong(List::size).sum();
      }
      return rows / (nanos / 1e9);
    }
  }

  private static Connection connect(PostgresEngine postgres) throws SQLException {
    Credentials owner = postgres.owner();
    Properties properties = new Properties();
    properties.setProperty("user", owner.user());
    properties.setProperty("password", owner.password());
    properties.setProperty("reWriteBatchedInserts", "true");
    Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), properties);
    connection.setAutoCommit(false);
    return connection;
  }

  private static void makeTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench cascade");
      statement.execute("create schema bench");
      statement.execute(
          "select set_config('throughline.workspace',"
              + " (select workspace_id::text from sync.installation), false)");
      for (Table table : TABLES) {
        String name = "bench." + table.name();
        statement.execute(
            "create table " + name + " (like sync." + table.name() + " including all)");
        statement.execute("alter table " + name + " enable row level security");
        statement.execute("alter table " + name + " force row level security");
        statement.execute(
            "create policy own on " + name + " using (workspace_id = sync.current_workspace())");
      }
    }
    connection.commit();
  }

  private static List<Object[]> read(Connection connection, Table table, int from)
      throws SQLException {
    String sql =
        "select %s from sync.%s order by %s offset ? limit ?"
            .formatted(table.columns(), table.name(), table.order());
    List<Object[]> rows = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, from);
      query.setInt(2, OPS_A_TRANSACTION);
      try (ResultSet row = query.executeQuery()) {
        int width = row.getMetaData().getColumnCount();
        while (row.next()) {
          Object[] values = new Object[width];
          for (int i = 0; i < width; i++) {
            boolean isJson = row.getMetaData().getColumnTypeName(i + 1).equals("jsonb");
            values[i] = isJson ? row.getString(i + 1) : row.getObject(i + 1);
          }
          rows.add(values);
        }
      }
    }
    return rows;
  }

  private static void insert(Connection connection, Table table, List<Object[]> rows)
      throws SQLException {
    String sql =
        "insert into bench.%s (%s) values (%s)"
            .formatted(table.name(), table.columns(), table.places());
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Object[] values : rows) {
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
