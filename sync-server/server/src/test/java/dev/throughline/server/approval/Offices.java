package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageCheck;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Outcome;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestServers;
import dev.throughline.server.people.FakeIssuer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A handoff, and people with roles and keys who sign it over real HTTP and Postgres. */
abstract class Offices {
  static final String LITTLE = "100";
  static final String MUCH = "5000000";

  private static FakeIssuer issuer;
  private static SyncServer.Running server;
  static Office manager;
  static Office admin;
  static Office lead;
  static Office one;
  static Office two;
  RecordId handoff;

  @BeforeAll
  static void start() throws Exception {
    TestServers.wipe();
    issuer = new FakeIssuer();
    server = TestServers.another(Map.of("throughline.identity.issuer", issuer.url()));
    manager = office("Mara", "ProductManager");
    admin = office("Kim", "KeyAdmin");
    lead = enrolled("Dev", "TechnicalLead");
    one = enrolled("Sol", "Approver");
    two = enrolled("Tess", "Approver");
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
    TestServers.wipe();
  }

  @BeforeEach
  void submit() {
    handoff = manager.handoff("Price first");
  }

  static Office office(String name, String... groups) throws Exception {
    return new Office(issuer, server.port(), name, groups);
  }

  static Office enrolled(String name, String... groups) throws Exception {
    Office office = office(name, groups);
    office.bring();
    assertThat(admin.confirm(office)).isInstanceOf(Outcome.Applied.class);
    assertThat(office.key().state()).isEqualTo(KeyState.ENROLLED);
    return office;
  }

  ApprovalState state() {
    return manager.approval(handoff).state();
  }

  static List<String> exported(Office office, RecordId handoff) {
    String text =
        new String(
            office.device.http().get("/audit/v1/handoffs/" + handoff + "/package").plain(),
            StandardCharsets.UTF_8);
    return text.lines().toList();
  }

  static PackageCheck.Report checked(List<String> lines) {
    return CasePackage.parse(lines) instanceof CasePackage.Parsed.Read(CasePackage of)
        ? PackageCheck.of(of)
        : new PackageCheck.Report(List.of("unreadable"), lines, "");
  }
}
