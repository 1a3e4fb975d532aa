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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A handoff, and people with roles and keys who sign it over real HTTP and Postgres. */
@SuppressWarnings("NullAway.Init") // Filled before any test runs.
public abstract class Offices {
  public static final String LITTLE = "100";
  public static final String MUCH = "5000000";

  private static FakeIssuer issuer;
  protected static SyncServer.Running server;

  protected static String issuerUrl() {
    return issuer.url();
  }

  protected static Office manager;
  protected static Office admin;
  protected static Office lead;
  protected static Office one;
  protected static Office two;
  protected RecordId handoff;

  @BeforeAll
  static void start() throws Exception {
    open(Map.of(), InstantSource.system());
  }

  /** Starts a server with further properties, and lets everybody in. */
  protected static void open(Map<String, String> more, InstantSource clock) throws Exception {
    TestServers.wipe();
    issuer = new FakeIssuer();
    Map<String, String> properties = new HashMap<>(more);
    properties.put("throughline.identity.issuer", issuer.url());
    server = TestServers.another(properties, clock);
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

  protected static Office office(String name, String... groups) throws Exception {
    return new Office(issuer, server.port(), name, groups);
  }

  protected static Office enrolled(String name, String... groups) throws Exception {
    Office office = office(name, groups);
    office.bring();
    assertThat(admin.confirm(office)).isInstanceOf(Outcome.Applied.class);
    assertThat(office.key().state()).isEqualTo(KeyState.ENROLLED);
    return office;
  }

  ApprovalState state() {
    return manager.approval(handoff).state();
  }

  protected static List<String> exported(Office office, RecordId handoff) {
    String text =
        new String(
            office.device.http().get("/audit/v1/handoffs/" + handoff + "/package").plain(),
            StandardCharsets.UTF_8);
    return text.lines().toList();
  }

  protected static PackageCheck.Report checked(List<String> lines) {
    return CasePackage.parse(lines) instanceof CasePackage.Parsed.Read(CasePackage of)
        ? PackageCheck.of(of)
        : new PackageCheck.Report(List.of("unreadable"), lines, "");
  }
}
