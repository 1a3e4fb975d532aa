package dev.throughline.desktop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Small facts about the store itself, in the same transaction as what they describe. */
final class Meta implements Facts {
  private final Connection connection;

  Meta(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Optional<String> get(String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select content from meta where name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  @Override
  public void put(String name, String content) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement("merge into meta(name, content) key(name) values(?, ?)")) {
      merge.setString(1, name);
      merge.setString(2, content);
      merge.executeUpdate();
    }
  }
}
