package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Op;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another process on the same database stands in the way of a push. */
@Timeout(30)
class HeadLockIT {
  private final int port = TestServers.shared().port();
  private final TestDevice anna = new TestDevice(port, "Anna");

  @Test
  void aPushWhoseBackendIsKilledIsTakenOnceWhenSentAgain() throws Exception {
    RecordId memo = TestDevice.newRecord();
    Op op = anna.put(memo, "memo", 0, "notes", "survives");
    CompletableFuture<TestHttp.Answer> answer;
    try (Connection holder = inWorkspace()) {
      run(holder, "select * from sync.workspace_head for update");
      answer = CompletableFuture.supplyAsync(() -> push(anna, op));
      awaitWaiting("select pg_terminate_backend(pid)", "%workspace_head%for update%");
      assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(503);
      assertThat(answer.get().code()).isEqualTo("SRV-21");
      assertThat(answer.get().header("Retry-After")).isNotEmpty();
      holder.rollback();
    }
    assertThat(push(anna, op).read(WireFormat.PUSH_ANSWER).outcomes().toString())
        .contains("Applied")
        .doesNotContain("Duplicate");
    assertThat(anna.send(op).toString()).contains("Duplicate");
    assertThat(anna.pullAll(0)).filteredOn(change -> change.record().equals(memo)).hasSize(1);
  }

  @Test
  void pushesThatWaitGoIntoOneTransaction() throws Exception {
    MeterRegistry meters = TestServers.bean(MeterRegistry.class);
    List<TestDevice> devices =
        IntStream.range(0, 9).mapToObj(i -> new TestDevice(port, "Device " + i)).toList();
    List<RecordId> memos = devices.stream().map(_ -> TestDevice.newRecord()).toList();
    double before = meters.counter("throughline.sync.transactions").count();
    List<CompletableFuture<TestHttp.Answer>> answers = new ArrayList<>();
    try (Connection holder = inWorkspace()) {
      run(holder, "select * from sync.workspace_head for update");
      for (int i = 0; i < devices.size(); i++) {
        TestDevice device = devices.get(i);
        Op op = device.put(memos.get(i), "memo", 0, "notes", "of its own");
        answers.add(CompletableFuture.supplyAsync(() -> push(device, op)));
        awaitQueued(meters, i);
      }
      holder.rollback();
    }
    for (CompletableFuture<TestHttp.Answer> answer : answers) {
      assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
    assertThat(meters.counter("throughline.sync.transactions").count() - before).isEqualTo(2);
    assertThat(anna.pullAll(0)).extracting(Change::record).containsAll(memos);
  }

  /** The first push is being written and waits for the lock; those after it queue. */
  private static void awaitQueued(MeterRegistry meters, int count) throws SQLException {
    if (count == 0) {
      awaitWaiting("select pid", "%workspace_head%for update%");
    }
    while (meters.get("throughline.sync.queue").gauge().value() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aPushThatWaitsTooLongIsSentAway() throws Exception {
    String impatient = "spring.datasource.hikari.connection-init-sql";
    try (SyncServer.Running other =
            TestServers.another(Map.of(impatient, "set lock_timeout = '100ms'"));
        Connection holder = inWorkspace()) {
      TestDevice ben = new TestDevice(other.port(), "Ben");
      run(holder, "select * from sync.workspace_head for update");
      TestHttp.Answer answer = push(ben, ben.put(TestDevice.newRecord(), "memo", 0, "notes", "x"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("SRV-20");
      holder.rollback();
    }
  }

  /**
   * The push holds the head and wants the record; the other holds the record and wants the head.
   */
  @Test
  void aPushTheDatabaseGivesUpInADeadlockIsTriedAgain() throws Exception {
    RecordId memo = TestDevice.newRecord();
    anna.push(anna.put(memo, "memo", 0, "notes", "first"));
    Op op = anna.put(memo, "memo", 0, "interview", memo.toString());
    CompletableFuture<TestHttp.Answer> answer;
    try (Connection holder = inWorkspace()) {
      run(holder, "select * from sync.record_state where record_id = '" + memo + "' for update");
      answer = CompletableFuture.supplyAsync(() -> push(anna, op));
      awaitWaiting("select pid", "%update sync.record_state%");
      assertThat(catchThrowable(() -> run(holder, "select * from sync.workspace_head for update")))
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              givenUp -> assertThat(givenUp).hasMessageContaining("deadlock"));
      holder.rollback();
    }
    assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(anna.record(memo)).containsKeys("notes", "interview");
  }

  private static TestHttp.Answer push(TestDevice device, Op op) {
    return device.http().post("/sync/v1/push", WireFormat.PUSH, device.pushOf(List.of(op)));
  }

  private Connection inWorkspace() throws SQLException {
    Connection connection = TestDatabase.asApp();
    connection.setAutoCommit(false);
    String workspace = anna.hello().workspace().toString();
    run(connection, "select set_config('throughline.workspace', '" + workspace + "', true)");
    return connection;
  }

  /** Polls until a statement like that waits for a lock, and does something with its backend. */
  private static void awaitWaiting(String select, String statement) throws SQLException {
    try (Connection connection = TestDatabase.asApp();
        var found =
            connection.prepareStatement(
                select
                    + " from pg_stat_activity where wait_event_type = 'Lock' and query like ?")) {
      found.setString(1, statement);
      for (boolean isThere = false; !isThere; ) {
        try (var rows = found.executeQuery()) {
          isThere = rows.next();
        }
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
