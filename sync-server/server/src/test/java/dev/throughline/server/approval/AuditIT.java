package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.audit.AuditChain;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import dev.throughline.server.people.FakeIssuer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happened stands in the database, chained, and nothing happens without it. */
class AuditIT {
  private static FakeIssuer issuer;
  private static SyncServer.Running server;
  private static Office manager;
  private static Office researcher;
  private static WorkspaceId workspace;

  @BeforeAll
  static void start() throws Exception {
    TestServers.wipe();
    issuer = new FakeIssuer();
    server = TestServers.another(Map.of("throughline.identity.issuer", issuer.url()));
    manager = new Office(issuer, server.port(), "Mara", "ProductManager");
    researcher = new Office(issuer, server.port(), "Ines", "Researcher");
    workspace = manager.device.hello().workspace();
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
    TestServers.wipe();
  }

  private static Connection named(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var name =
        connection.prepareStatement("select set_config('throughline.workspace', ?, true)")) {
      name.setString(1, workspace.toString());
      name.execute();
    }
    return connection;
  }

  private record Row(String event, String link) {}

  private static List<Row> rows() throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection app = named(TestDatabase.asApp());
        ResultSet found =
            app.createStatement()
                .executeQuery("select event, link from audit.event order by idx")) {
      while (found.next()) {
        rows.add(
            new Row(
                new String(found.getBytes(1), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(found.getBytes(2))));
      }
    }
    return rows;
  }

  @Test
  void everyPushIsChainedAndWhatWasRefusedToo() throws Exception {
    int before = rows().size();
    RecordId handoff = manager.handoff("Chained");
    Outcome refused =
        researcher.write(
            handoff, Handoff.KIND.name(), Map.of(Handoff.TITLE, Value.text("A secret word")));
    assertThat(refused).isInstanceOf(Outcome.Parked.class);
    List<Row> rows = rows();
    List<String> fresh = rows.subList(before, rows.size()).stream().map(Row::event).toList();
    assertThat(fresh).hasSizeGreaterThanOrEqualTo(2);
    assertThat(fresh)
        .anyMatch(event -> event.contains("push.committed"))
        .anyMatch(
            event ->
                event.contains("write.refused")
                    && event.contains("\"denied\"")
                    && event.contains(researcher.person.toString()));
    assertThat(rows.stream().map(Row::event).toList())
        .as("no word anybody wrote")
        .noneMatch(event -> event.contains("Chained") || event.contains("secret"));
    String link = AuditChain.BEGINNING;
    for (Row row : rows) {
      link = AuditChain.link(link, Sha256.hex(row.event().getBytes(StandardCharsets.UTF_8)));
      assertThat(row.link()).isEqualTo(link);
    }
  }

  @Test
  void nobodyChangesOrRemovesAnEvent() throws Exception {
    manager.handoff("Kept");
    for (String change : List.of("update audit.event set event = ''", "delete from audit.event")) {
      assertThatThrownBy(() -> execute(TestDatabase.asApp(), change))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(TestDatabase.asOwner(), change))
          .hasMessageContaining("only ever added");
    }
    assertThatThrownBy(() -> execute(TestDatabase.asOwner(), "truncate audit.event"))
        .hasMessageContaining("only ever added");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Connection named = named(connection)) {
      named.createStatement().execute(sql);
    }
  }

  @Test
  void withoutItsEventNothingHappens() throws Exception {
    RecordId handoff = TestDevice.newRecord();
    try (Connection owner = TestDatabase.asOwner()) {
      owner.createStatement().execute("revoke insert on audit.event from " + app());
      try {
        var answer =
            manager
                .device
                .http()
                .post(
                    "/sync/v1/push",
                    dev.throughline.model.wire.WireFormat.PUSH,
                    manager.device.pushOf(
                        List.of(
                            manager.device.put(
                                handoff, Handoff.KIND.name(), 0, Handoff.TITLE, "Unheard"))));
        assertThat(answer.status()).isEqualTo(500);
      } finally {
        owner.createStatement().execute("grant insert on audit.event to " + app());
      }
    }
    assertThat(manager.device.record(handoff)).isEmpty();
    assertThat(manager.device.record(Approval.idOf(handoff))).isEmpty();
  }

  private static String app() {
    return TestDatabase.properties().getOrDefault("throughline.database.app.user", "");
  }
}
