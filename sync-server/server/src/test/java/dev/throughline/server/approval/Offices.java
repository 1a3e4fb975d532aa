package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.PolicyReader;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
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
import java.util.Optional;
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

  /** A rule in these words, as somebody proposes it. */
  protected static QuorumPolicy rule(Office by, String document) {
    PolicyReader.Parsed parsed = PolicyReader.parse(document.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(PolicyReader.Parsed.Read.class);
    return QuorumPolicy.of(
        ((PolicyReader.Parsed.Read) parsed).policy(),
        Optional.of(by.person),
        "We are more by now.");
  }

  protected static Outcome propose(Office by, QuorumPolicy rule) {
    return by.write(rule.id(), QuorumPolicy.KIND.name(), rule.toFields());
  }

  /** What becomes of somebody's vote on a rule. */
  protected static Vote sign(Office who, QuorumPolicy rule, Answer answer) throws Exception {
    Approval now = who.approval(rule.id());
    return who.bring(rule.id(), who.envelope(now, rule.digest(), answer));
  }

  protected static QuorumPolicy read(QuorumPolicy rule) {
    return QuorumPolicy.from(rule.id(), manager.device.record(rule.id()));
  }

  /** Proposes a rule and has it signed, so that it counts. */
  protected static void counts(QuorumPolicy rule, Office keeper) throws Exception {
    assertThat(propose(manager, rule)).isInstanceOf(Outcome.Applied.class);
    for (Office who : List.of(one, two, keeper)) {
      assertThat(sign(who, rule, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    }
    assertThat(read(rule).state()).isEqualTo(QuorumPolicy.State.ACTIVE);
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
        : new PackageCheck.Report(List.of("unreadable"), lines, "", Optional.empty());
  }
}
