package dev.throughline.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Makes the database and its three users as they should be, whatever is there already: runs at
 * every start, so a first start that was interrupted is finished by the next.
 */
final class Roles {
  private static final String CONNECT_SECONDS_MAX = "10";

  /** None of the three may step around the rules of a row or make users. */
  private static final String BOUNDS =
      "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

  private Roles() {}

  static void provide(int port, Secrets secrets) throws SQLException {
    try (var connection = connect(port, "postgres", secrets.superuser())) {
      for (var role : secrets.roles()) {
        provideRole(connection, role);
      }
      provideDatabase(connection, secrets.owner().user());
      admitOnly(connection, secrets);
    }
    try (var connection = connect(port, PostgresEngine.DATABASE, secrets.superuser())) {
      run(connection, "revoke create on schema public from public");
    }
  }

  /** The text holds a password: statements are kept out of the log by the server's settings. */
  private static void provideRole(Connection connection, Credentials role) throws SQLException {
    boolean isNew = !exists(connection, "select 1 from pg_roles where rolname = ?", role.user());
    var verb = isNew ? "create role " : "alter role ";
    var password = " password '" + role.password().replace("'", "''") + "'";
    run(connection, verb + role.user() + " " + BOUNDS + password);
  }

  private static void provideDatabase(Connection connection, String owner) throws SQLException {
    var name = PostgresEngine.DATABASE;
    if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
      run(connection, "create database " + name + " owner " + owner);
    }
  }

  private static void admitOnly(Connection connection, Secrets secrets) throws SQLException {
    run(connection, "revoke all on database postgres, template1 from public");
    run(connection, "revoke all on database " + PostgresEngine.DATABASE + " from public");
    for (var role : secrets.roles()) {
      run(
          connection,
          "grant connect on database " + PostgresEngine.DATABASE + " to " + role.user());
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Only for text made of the constants and secrets of this package. */
  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(int port, String database, Credentials who)
      throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", who.user());
    properties.setProperty("password", who.password());
    properties.setProperty("connectTimeout", CONNECT_SECONDS_MAX);
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    return DriverManager.getConnection(url, properties);
  }
}
