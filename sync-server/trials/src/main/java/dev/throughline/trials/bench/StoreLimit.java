package dev.throughline.trials.bench;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.store.H2Medium;
import dev.throughline.desktop.store.LocalStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * How fast H2 itself takes in what a pull brings: the rows of a pulled store, inserted again by
 * plain JDBC batches into a store made like it, in transactions as large as those of the pull and
 * committed like them: not forced, because what is pulled can be pulled again. A record is one row.
 */
final class StoreLimit {
  private static final String COLUMNS =
      "id, kind, workspace, parent, rank, seq, trashed, waiting, changed_at, fields";

  private static final int SEQ = 5;

  private StoreLimit() {}

  /** Copies every record of a closed store into a fresh one; counts only the time of writing. */
  static double rowsPerSecond(Path from, Path to, char[] password, int rowsATransaction)
      throws SQLException {
    LocalStore.open(new SystemDisk(), to, password).close();
    try (Connection source = connect(from, password);
        Connection target = connect(to, password)) {
      List<UUID> all = inLogOrder(source);
      long nanos = 0;
      for (int done = 0; done < all.size(); done += rowsATransaction) {
        int next = Math.min(done + rowsATransaction, all.size());
        List<Object[]> page = read(source, all.subList(done, next));
        long began = System.nanoTime();
        write(target, page);
        nanos += System.nanoTime() - began;
      }
      return all.size() / (nanos / 1e9);
    }
  }

  /** No index leads along the log: asked page by page, a million rows would be read each time. */
  private static List<UUID> inLogOrder(Connection source) throws SQLException {
    List<UUID> all = new ArrayList<>();
    try (PreparedStatement query =
            source.prepareStatement("select id from record where seq > 0 order by seq");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        all.add(row.getObject(1, UUID.class));
      }
    }
    return all;
  }

  private static Connection connect(Path file, char[] password) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            H2Medium.url(new SystemDisk(), file), "throughline", new String(password) + " local");
    connection.setAutoCommit(false);
    return connection;
  }

  private static List<Object[]> read(Connection source, List<UUID> page) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (PreparedStatement query =
        source.prepareStatement("select " + COLUMNS + " from record where id = any(?)")) {
      query.setObject(1, page.toArray());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Object[] values = new Object[10];
          for (int i = 0; i < values.length; i++) {
            values[i] = i == 9 ? row.getBytes(10) : row.getObject(i + 1);
          }
          rows.add(values);
        }
      }
    }
    rows.sort(Comparator.comparingLong(row -> (Long) row[SEQ]));
    return rows;
  }

  private static void write(Connection target, List<Object[]> page) throws SQLException {
    String sql = "insert into record(" + COLUMNS + ") values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = target.prepareStatement(sql)) {
      for (Object[] values : page) {
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
    target.commit();
  }
}
