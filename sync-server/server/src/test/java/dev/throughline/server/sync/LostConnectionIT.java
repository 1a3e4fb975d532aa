package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LostConnectionIT {
  /** The push waits for the head, which the test holds; then the server's backend is killed. */
  @Test
  @Timeout(30)
  void aPushWhoseDatabaseConnectionDiesIsTakenOnceWhenSentAgain() throws Exception {
    TestDevice anna = new TestDevice(TestServers.shared().port(), "Anna");
    RecordId memo = TestDevice.newRecord();
    Op op = anna.put(memo, "memo", 0, "notes", "survives");
    CompletableFuture<TestHttp.Answer> answer;
    try (Connection holder = TestDatabase.asApp();
        Connection killer = TestDatabase.asApp()) {
      lockHead(holder, anna.hello().workspace().toString());
      answer = CompletableFuture.supplyAsync(() -> push(anna, op));
      killWaiting(killer);
      assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(503);
      assertThat(answer.get().code()).isEqualTo("SRV-21");
      assertThat(answer.get().header("Retry-After")).isNotEmpty();
      holder.rollback();
    }
    assertThat(anna.send(op)).isInstanceOf(Outcome.Applied.class);
    assertThat(anna.send(op)).isInstanceOf(Outcome.Duplicate.class);
    assertThat(anna.pullAll(0).stream().filter(change -> change.record().equals(memo))).hasSize(1);
  }

  private static TestHttp.Answer push(TestDevice device, Op op) {
    return device.http().post("/sync/v1/push", WireFormat.PUSH, device.pushOf(List.of(op)));
  }

  private static void lockHead(Connection connection, String workspace) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("select set_config('throughline.workspace', '" + workspace + "', true)");
      statement.execute("select * from sync.workspace_head for update");
    }
  }

  /** Polls until the push waits for the lock. */
  private static void killWaiting(Connection connection) throws SQLException {
    for (int killed = 0; killed == 0; ) {
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  """
                  select pg_terminate_backend(pid) from pg_stat_activity
                   where wait_event_type = 'Lock' and query like '%workspace_head%for update%'
                  """)) {
        while (rows.next()) {
          killed++;
        }
      }
    }
  }
}
