package dev.throughline.desktop.store;

import dev.throughline.model.id.WorkspaceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rows call their workspaces. A profile that joins a server gives its workspace another
 * id; the rows keep the old one as an alias, so that joining rewrites none of them.
 */
final class Aliases {
  static final String CREATE =
      "create table if not exists workspace_alias(alias uuid primary key, workspace uuid not null)";

  /** Turns an id whose rows mean another workspace by now into one that no row has. */
  private static final long OTHER = 0x5DEECE66D1CE4E5BL;

  private final Connection connection;
  private Optional<Map<UUID, UUID>> known = Optional.empty();

  Aliases(Connection connection) {
    this.connection = connection;
  }

  /** The workspace that rows with this alias belong to. */
  WorkspaceId workspace(UUID alias) throws SQLException {
    return new WorkspaceId(known().getOrDefault(alias, alias));
  }

  /** What rows of the workspace hold, or would hold. */
  UUID of(WorkspaceId workspace) throws SQLException {
    UUID id = workspace.value();
    for (Map.Entry<UUID, UUID> alias : known().entrySet()) {
      if (alias.getValue().equals(id)) {
        return alias.getKey();
      }
    }
    return known().containsKey(id) ? free(id) : id;
  }

  /** The same for rows that are about to be written. */
  UUID forWriting(WorkspaceId workspace) throws SQLException {
    UUID alias = of(workspace);
    if (!workspace.equals(workspace(alias))) {
      put(alias, workspace);
    }
    return alias;
  }

  /** From now on rows with this alias, and no others, belong to the workspace. */
  void put(UUID alias, WorkspaceId workspace) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from workspace_alias where workspace = ?")) {
      delete.setObject(1, workspace.value());
      delete.executeUpdate();
    }
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into workspace_alias(alias, workspace) key(alias) values(?, ?)")) {
      merge.setObject(1, alias);
      merge.setObject(2, workspace.value());
      merge.executeUpdate();
    }
    forget();
  }

  /** Reads anew what a transaction that was rolled back may have changed. */
  void forget() {
    known = Optional.empty();
  }

  private UUID free(UUID id) throws SQLException {
    UUID other = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ OTHER);
    for (long i = 1; known().containsKey(other); i++) {
      other = new UUID(id.getMostSignificantBits() + i, other.getLeastSignificantBits());
    }
    return other;
  }

  private Map<UUID, UUID> known() throws SQLException {
    if (known.isEmpty()) {
      Map<UUID, UUID> read = new HashMap<>();
      try (PreparedStatement query =
              connection.prepareStatement("select alias, workspace from workspace_alias");
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          read.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        }
      }
      known = Optional.of(read);
    }
    return known.orElseThrow();
  }
}
