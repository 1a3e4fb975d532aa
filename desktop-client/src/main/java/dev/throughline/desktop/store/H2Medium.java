package dev.throughline.desktop.store;

import dev.throughline.desktop.platform.Disk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One encrypted H2 file; what production keeps a store in. */
public final class H2Medium implements StoreMedium {
  // More statements are remembered than there are: otherwise a save reads each of its own anew.
  // Long notes lie in their row; beside it, each save would write and forget one. Pages that were
  // written are kept for a short while only: those of old versions would fill any cache.
  private static final String OPTIONS =
      ";CIPHER=AES;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
          + ";MAX_LENGTH_INPLACE_LOB=65536;CACHE_SIZE=8192;QUERY_CACHE_SIZE=256";

  private final Connection connection;
  private final OpenMark mark;
  private final Aliases aliases;
  private final Lately lately = new Lately();
  private final Meta meta;
  private final RecordTable records;
  private final RecordLists lists;
  private final BaseTable bases;
  private final PendingTable pending;
  private final ArrivalTable arrivals;
  private final UndoTable undo;
  private final RemovalTable removals;

  private H2Medium(Connection connection, OpenMark mark) {
    this.connection = connection;
    this.mark = mark;
    this.aliases = new Aliases(connection);
    this.meta = new Meta(connection, lately);
    this.records = new RecordTable(connection, aliases, lately);
    this.lists = new RecordLists(connection, records);
    this.bases = new BaseTable(connection, lately);
    this.pending = new PendingTable(connection, aliases, lately);
    this.arrivals = new ArrivalTable(connection);
    this.undo = new UndoTable(connection);
    this.removals = new RemovalTable(connection);
  }

  /** What JDBC calls the database in that file. */
  public static String url(Disk disk, Path file) {
    return "jdbc:h2:" + disk.database(file) + OPTIONS;
  }

  /**
   * Opens or makes the file. One that was not closed in order is read through first.
   *
   * @throws StoreDamaged when it cannot be used by this version with this password
   */
  public static H2Medium open(Disk disk, Path file, char[] password) {
    OpenMark mark = OpenMark.set(disk, file);
    try {
      Connection connection =
          DriverManager.getConnection(
              url(disk, file), "throughline", new String(password) + " local");
      connection.setAutoCommit(false);
      return opened(connection, mark);
    } catch (SQLException | RuntimeException e) {
      throw new StoreDamaged("the local store cannot be opened", e);
    }
  }

  private static H2Medium opened(Connection connection, OpenMark mark) throws SQLException {
    try {
      if (isNew(connection)) {
        Tables.create(connection);
      }
      try (var statement = connection.createStatement()) {
        statement.execute(UndoTable.CREATE);
        statement.execute(RemovalTable.CREATE);
        statement.execute(Aliases.CREATE);
      }
      connection.commit();
      H2Medium medium = new H2Medium(connection, mark);
      if (medium.meta.number("version") != Tables.VERSION) {
        throw new SQLException("the local store is of another version");
      }
      if (mark.wasSet()) {
        StoreCheck.requireWhole(connection);
      }
      return medium;
    } catch (SQLException | RuntimeException e) {
      drop(connection, e);
      throw e;
    }
  }

  private static boolean isNew(Connection connection) throws SQLException {
    try (var tables = connection.getMetaData().getTables(null, null, "META", null)) {
      return !tables.next();
    }
  }

  /** Lets go of a file that is of no use, so that it can be set aside. */
  private static void drop(Connection connection, Exception cause) {
    try (var statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public Facts facts() {
    return meta;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Listings listings() {
    return lists;
  }

  @Override
  public Bases bases() {
    return bases;
  }

  @Override
  public PendingOps pending() {
    return pending;
  }

  @Override
  public Arrivals arrivals() {
    return arrivals;
  }

  @Override
  public UndoSteps undo() {
    return undo;
  }

  @Override
  public Removals removals() {
    return removals;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws SQLException {
    try {
      T result = work.run();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Exception cause) {
    aliases.forget();
    lately.forget();
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    mark.remove();
  }
}
