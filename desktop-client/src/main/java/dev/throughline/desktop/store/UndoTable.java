package dev.throughline.desktop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The steps that can be taken back or done again, as their writer coded them. */
final class UndoTable implements UndoSteps {
  static final String CREATE =
      """
      create table if not exists undo_step(
        no bigint primary key,
        undone boolean not null,
        step blob not null)
      """;

  private final Connection connection;

  UndoTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<UndoStep> all() throws SQLException {
    List<UndoStep> steps = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("select no, undone, step from undo_step order by no");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        steps.add(new UndoStep(row.getLong(1), row.getBoolean(2), row.getBytes(3)));
      }
    }
    return steps;
  }

  @Override
  public void put(UndoStep step) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into undo_step(no, undone, step) key(no) values(?, ?, ?)")) {
      merge.setLong(1, step.no());
      merge.setBoolean(2, step.undone());
      merge.setBytes(3, step.step());
      merge.executeUpdate();
    }
  }

  @Override
  public void remove(List<Long> numbers) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from undo_step where no = any(?)")) {
      delete.setObject(1, numbers.toArray());
      delete.executeUpdate();
    }
  }
}
