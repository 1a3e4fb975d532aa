package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSecurityIT {
  private static String workspace = "";

  @BeforeAll
  static void fill() {
    TestDevice anna = new TestDevice(TestServers.shared().port(), "Anna");
    anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "secret"));
    workspace = anna.hello().workspace().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace",
        "workspace_head",
        "change_commit",
        "change_log",
        "record_state",
        "op_outcome",
        "device"
      })
  void rowsShowOnlyToWhoNamesTheirWorkspace(String table) throws SQLException {
    try (Connection app = TestDatabase.asApp();
        Connection owner = TestDatabase.asOwner()) {
      assertThat(rows(app, table, "")).isZero();
      assertThat(rows(app, table, UUID.randomUUID().toString())).isZero();
      assertThat(rows(app, table, workspace)).isPositive();
      assertThat(rows(owner, table, "")).isZero();
      assertThat(rows(owner, table, UUID.randomUUID().toString())).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update sync.change_log set author = 'x'",
        "delete from sync.change_log",
        "update sync.change_commit set author = 'x'",
        "delete from sync.change_commit",
        "update sync.op_outcome set op_no = 0",
        "delete from sync.op_outcome",
        "delete from sync.record_state",
        "update sync.workspace set name = 'x'",
        "truncate sync.change_log",
        "alter table sync.change_log no force row level security",
        "create table sync.mine (x int)"
      })
  void theServerCannotChangeWhatWasAccepted(String statement) throws SQLException {
    try (Connection app = TestDatabase.asApp()) {
      assertDenied(app, statement);
    }
  }

  @Test
  void aRowOfAnotherWorkspaceCannotBeWritten() throws SQLException {
    try (Connection app = TestDatabase.asApp()) {
      name(app, workspace);
      assertDenied(
          app,
          "insert into sync.device values ('%s', '%s', 1, 'x', now(), 1)"
              .formatted(UUID.randomUUID(), UUID.randomUUID()));
    }
  }

  @Test
  void theSequencerSeesCommitmentsAndNoWords() throws SQLException {
    try (Connection sequencer = TestDatabase.asSequencer()) {
      name(sequencer, workspace);
      try (var statement = sequencer.createStatement();
          var found = statement.executeQuery("select seq, commitment from sync.change_log")) {
        assertThat(found.next()).isTrue();
      }
      assertDenied(sequencer, "select payload from sync.change_log");
      assertDenied(sequencer, "select salt from sync.change_log");
      assertDenied(sequencer, "select author from sync.change_commit");
      assertDenied(sequencer, "select * from sync.record_state");
      assertDenied(sequencer, "select * from sync.op_outcome");
    }
  }

  private static void assertDenied(Connection connection, String statement) {
    assertThatThrownBy(
            () -> {
              try (var running = connection.createStatement()) {
                running.execute(statement);
              }
            })
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  private static long rows(Connection connection, String table, String workspace)
      throws SQLException {
    name(connection, workspace);
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select count(*) from sync." + table)) {
      found.next();
      return found.getLong(1);
    }
  }

  private static void name(Connection connection, String workspace) throws SQLException {
    try (var statement =
        connection.prepareStatement("select set_config('throughline.workspace', ?, false)")) {
      statement.setString(1, workspace);
      statement.execute();
    }
  }
}
