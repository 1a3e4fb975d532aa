package dev.throughline.desktop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Small facts about the store itself, in the same transaction as what they describe. */
final class Meta implements Facts {
  private final Connection connection;
  private final Lately lately;

  Meta(Connection connection, Lately lately) {
    this.connection = connection;
    this.lately = lately;
  }

  @Override
  public Optional<String> get(String name) throws SQLException {
    Optional<Optional<String>> known = lately.fact(name);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> content = read(name);
    lately.sawFact(name, content);
    return content;
  }

  private Optional<String> read(String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select content from meta where name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private void update(String name, String content) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update meta set content = ? where name = ?")) {
      update.setString(1, content);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  @Override
  public void put(String name, String content) throws SQLException {
    Optional<String> before = get(name);
    if (before.equals(Optional.of(content))) {
      return;
    }
    lately.sawFact(name, Optional.of(content));
    // Most facts are there already; a merge would look for that first.
    if (before.isPresent()) {
      update(name, content);
      return;
    }
    try (PreparedStatement merge =
        connection.prepareStatement("merge into meta(name, content) key(name) values(?, ?)")) {
      merge.setString(1, name);
      merge.setString(2, content);
      merge.executeUpdate();
    }
  }
}
