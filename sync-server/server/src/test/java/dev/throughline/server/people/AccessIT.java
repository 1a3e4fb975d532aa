package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.access.AccessMatrix;
import dev.throughline.model.access.AccessRow;
import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Level;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import dev.throughline.server.sync.ServerDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every cell of the access matrix over HTTP with real tokens: what is allowed succeeds, everything
 * else is refused with one sentence. The table is {@link MatrixByHand}.
 */
class AccessIT {
  private static FakeIssuer issuer;
  private static SyncServer.Running server;
  private static final Map<String, RecordId> THERE = new TreeMap<>();
  private static final Map<String, TestDevice> DEVICES = new TreeMap<>();
  private static final MatrixOps OPS = new MatrixOps(THERE, DEVICES);

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    issuer = new FakeIssuer();
    server = TestServers.another(Map.of("throughline.identity.issuer", issuer.url()));
    for (String role : MatrixByHand.ROLES) {
      DEVICES.put(role, device(role));
    }
    for (String kind : MatrixByHand.MATRIX.keySet()) {
      RecordId record =
          switch (kind) {
            case "person", "grant" -> made("KeyAdmin", kind);
            case "score", "decision", "mvp", "feature", "sprint", "milestone", "criterion" ->
                made("ProductManager", kind);
            case "handoff",
                "checklist-item",
                "cost",
                "infra-service",
                "acceptance-check",
                "packet" ->
                made("ProductManager", kind);
            case "vote" -> made("Approver", kind);
            case "review" -> made("another keyholder", kind);
            // Of somebody who is none of those below.
            case "device-key" -> {
              DEVICES.put("another keyholder", device("Approver", "PrivacyOfficer"));
              yield made("another keyholder", kind);
            }
            // Made by the server with the first handoff.
            case "approval" -> Approval.idOf(OPS.there("handoff"));
            case "release" -> release();
            case "check-result", "rollback-order", "quorum-policy" -> made("TechnicalLead", kind);
            case "conflict" -> conflict();
            case "rescue" -> rescue();
            default -> made("Researcher", kind);
          };
      THERE.put(kind, record);
    }
  }

  /** Of a packet that nobody signed: the server alone writes one. */
  private static RecordId release() {
    RecordId release = Release.idOf(OPS.there("packet"));
    TestServers.beans(server, ServerDesk.class)
        .forEach(
            desk ->
                desk.run(
                    desk.workspaces().getFirst(),
                    records ->
                        records.write(
                            release,
                            Release.KIND.name(),
                            Map.of(
                                Release.HANDOFF, Value.text(OPS.there("handoff").toString()),
                                Release.STATE, Value.text(ReleaseState.TESTING.wireName()),
                                Release.GENERATION, Value.whole(1)))));
    return release;
  }

  private static TestDevice of(String role) {
    return Objects.requireNonNull(DEVICES.get(role));
  }

  private static RecordId made(String role, String kind) {
    TestDevice device = of(role);
    Op op = OPS.making(device, kind);
    assertThat(device.send(op)).as(kind).isInstanceOf(Outcome.Applied.class);
    return op.record();
  }

  private static RecordId conflict() {
    TestDevice one = of("Researcher");
    TestDevice two = DEVICES.computeIfAbsent("another", _ -> another());
    RecordId interview = TestDevice.newRecord();
    one.send(one.put(interview, "interview", 0, "title", "First"));
    one.send(one.put(interview, "interview", 0, "title", "Second"));
    Outcome met = two.send(two.put(interview, "interview", 0, "title", "Third"));
    assertThat(met).isInstanceOf(Outcome.Conflicted.class);
    return ((Outcome.Conflicted) met).conflicts().getFirst();
  }

  private static TestDevice another() {
    try {
      return device("Researcher");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a study that everybody owns. */
  private static RecordId rescue() {
    TestDevice researcher = of("Researcher");
    RecordId study = made("Researcher", "study");
    for (String role : MatrixByHand.ROLES) {
      Optional<RecordId> person = of(role).hello().standing().orElseThrow().person();
      if (!role.equals("Researcher")) {
        assertThat(GrantedTeam.grant(of("KeyAdmin"), person, Optional.of(study), Level.OWNER))
            .isInstanceOf(Outcome.Applied.class);
      }
    }
    Op memo = researcher.edit(TestDevice.newRecord(), "memo", 0, OPS.fields("memo"));
    GrantedTeam.rescue(researcher, study, memo);
    return GrantedTeam.only(researcher);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  private static TestHttp http(String... groups) throws Exception {
    String token =
        issuer.signed(
            issuer
                .claims()
                .subject("one of " + String.join("+", groups))
                .claim("groups", List.of(groups))
                .build());
    return new TestHttp(server.port(), Encoding.CBOR, token);
  }

  private static TestDevice device(String... groups) throws Exception {
    return new TestDevice(http(groups), "Whoever");
  }

  private static void assertWritten(boolean isAllowed, String cell, Outcome outcome) {
    if (isAllowed) {
      assertThat(outcome).as(cell).isNotInstanceOf(Outcome.Parked.class);
    } else {
      assertThat(outcome)
          .as(cell)
          .isInstanceOfSatisfying(
              Outcome.Parked.class,
              parked -> {
                assertThat(parked.reason()).isEqualTo(ParkReason.NOT_ALLOWED);
                assertThat(parked.detail()).matches(MatrixByHand.SENTENCE);
              });
    }
  }

  @Test
  void theTableHereHasEveryKindAndEveryRole() {
    assertThat(MatrixByHand.MATRIX.keySet())
        .containsExactlyInAnyOrderElementsOf(
            AccessMatrix.ROWS.stream().map(AccessRow::kind).toList())
        .containsExactlyInAnyOrderElementsOf(Kinds.ALL.stream().map(Kind::name).toList());
    assertThat(MatrixByHand.ROLES)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Role.values()).map(Role::wireName).toList());
  }

  @Test
  void everyCellIsAsTheTableSays() {
    for (int role = 0; role < MatrixByHand.ROLES.size(); role++) {
      TestDevice device = of(MatrixByHand.ROLES.get(role));
      long seen = device.hello().head();
      Set<String> pulled = device.pullAll(0).stream().map(Change::kind).collect(Collectors.toSet());
      Asked asked = new Asked();
      for (String kind : MatrixByHand.MATRIX.keySet()) {
        char cell = MatrixByHand.cell(kind, role);
        String name = MatrixByHand.ROLES.get(role) + " " + kind;
        RecordId there = OPS.there(kind);
        assertThat(pulled.contains(kind)).as(name).isEqualTo(cell != '-');
        assertThat(entries(device, there) > 0).as(name + " history").isEqualTo(cell != '-');
        boolean writesAll = cell == 'w' && !MatrixByHand.SERVER_MADE.contains(kind);
        Op made = OPS.making(device, kind);
        asked.op(writesAll, name + " make", made);
        if (kind.equals("comment") && writesAll) {
          // Nobody changes the words of others, whatever their role.
          there = made.record();
        }
        asked.op(
            (cell == 'w' || cell == 'p') && !MatrixByHand.FROZEN.contains(kind),
            name + " change",
            device.edit(there, kind, seen, OPS.fields(kind)));
        boolean moves = writesAll && !MatrixByHand.FROZEN.contains(kind);
        asked.op(moves, name + " trash", device.trash(there, kind, seen));
        asked.op(moves, name + " restore", device.restore(there, kind, seen));
      }
      asked.assertAnswered(device);
    }
  }

  /** Operations of one device, each a group of its own, and whether they are allowed. */
  private static final class Asked {
    private final List<Op> ops = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final List<Boolean> allowed = new ArrayList<>();

    void op(boolean isAllowed, String cell, Op op) {
      ops.add(op);
      cells.add(cell);
      allowed.add(isAllowed);
    }

    void assertAnswered(TestDevice device) {
      List<OpOutcome> outcomes = device.push(ops.toArray(Op[]::new)).outcomes();
      assertThat(outcomes).hasSameSizeAs(ops);
      for (int i = 0; i < ops.size(); i++) {
        assertWritten(allowed.get(i), cells.get(i), outcomes.get(i).outcome());
      }
    }
  }

  @Test
  void everyFieldIsWrittenByThoseTheTableNamesAndNobodyElse() {
    for (int role = 0; role < MatrixByHand.ROLES.size(); role++) {
      TestDevice device = of(MatrixByHand.ROLES.get(role));
      boolean comments = MatrixByHand.cell("comment", role) == 'w';
      RecordId comment =
          comments ? made(MatrixByHand.ROLES.get(role), "comment") : OPS.there("comment");
      Value self = FieldType.Texts.of(List.of(MatrixOps.person(device).toString()));
      long seen = device.hello().head();
      Asked asked = new Asked();
      for (Kind kind : Kinds.ALL) {
        RecordId there = kind.name().equals("comment") ? comment : OPS.there(kind.name());
        for (Field field : kind.fields()) {
          FieldChange change =
              FieldChange.put(field.name().equals("settledBy") ? self : value(field.type()));
          asked.op(
              MatrixByHand.writes(MatrixByHand.cell(kind.name(), role), kind.name(), field.name()),
              MatrixByHand.ROLES.get(role) + " " + kind.name() + "." + field.name(),
              device.edit(there, kind.name(), seen, Map.of(field.name(), change)));
        }
      }
      asked.assertAnswered(device);
    }
  }

  /** A value that fits; of a choice the one that shuts nobody out. */
  private static Value value(FieldType type) {
    return switch (type) {
      case FieldType.TextOf _ -> Value.text("Seen");
      case FieldType.Day _ -> Value.text("2026-01-05");
      case FieldType.TimeOfDay _ -> Value.text("09:30");
      case FieldType.Number number -> Value.whole(number.min());
      case FieldType.Choice choice -> Value.text(choice.values().getLast());
      case FieldType.Reference to ->
          Value.text(THERE.getOrDefault(to.kind(), OPS.there("study")).toString());
      case FieldType.Pairs _ -> new Value.Entries(Map.of("role", Value.text("clerk")));
      case FieldType.Texts _ -> FieldType.Texts.of(List.of("one"));
      case FieldType.Decimal _ -> Value.text("12.5");
      case FieldType.MoneyOf _ -> new Money(250_000, "EUR").toValue();
      case FieldType.Anything _ -> Value.NOTHING;
    };
  }

  private static int entries(TestDevice device, RecordId record) {
    return device
        .http()
        .get("/sync/v1/history?record=" + record)
        .read(WireFormat.RECORD_HISTORY)
        .entries()
        .size();
  }

  @Test
  void severalRolesAddUpButADutyGivesWay() throws Exception {
    TestDevice both = device("GrowthHacker", "ProductManager");
    assertWritten(
        true, "both", both.send(both.edit(OPS.there("study"), "study", 0, OPS.fields("study"))));
    assertThat(both.hello().standing().orElseThrow().roles())
        .containsExactlyInAnyOrder("GrowthHacker", "ProductManager");
    assertThat(device("Approver", "KeyAdmin").hello().standing().orElseThrow().roles())
        .containsExactly("Approver");
    assertThat(device("Auditor", "Researcher").hello().standing().orElseThrow().roles())
        .containsExactly("Researcher");
  }

  @Test
  void aGroupWithOneRefusedOperationIsRefusedWhole() throws Exception {
    TestDevice manager = device("ProductManager");
    List<Op> group =
        TestDevice.grouped(
            List.of(
                manager.edit(TestDevice.newRecord(), "study", 0, OPS.fields("study")),
                manager.edit(TestDevice.newRecord(), "interview", 0, OPS.fields("interview"))));
    assertThat(manager.push(group.toArray(Op[]::new)).outcomes())
        .extracting(outcome -> ((Outcome.Parked) outcome.outcome()).reason())
        .containsExactly(ParkReason.GROUP, ParkReason.NOT_ALLOWED);
  }

  @Test
  void whoeverHasNoRoleIsToldWhomToAsk() throws Exception {
    for (String[] groups : new String[][] {{}, {"Gardeners"}}) {
      for (String path : List.of("/sync/v1/pull", "/sync/v1/history?record=" + OPS.there("memo"))) {
        TestHttp.Answer answer = http(groups).get(path);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(new String(answer.plain(), java.nio.charset.StandardCharsets.UTF_8))
            .contains("SRV-17", "Ask whoever runs your organisation's sign-in");
      }
    }
  }

  @Test
  void aPullUnderOtherRightsIsRefused() throws Exception {
    String researcher = device("Researcher").hello().standing().orElseThrow().tag();
    String hacker = device("GrowthHacker").hello().standing().orElseThrow().tag();
    assertThat(hacker).isNotEqualTo(researcher);
    TestHttp http = http("GrowthHacker");
    assertThat(http.get("/sync/v1/pull?after=1&standing=" + hacker).status()).isEqualTo(200);
    for (String standing : List.of("&standing=" + researcher, "&standing=", "")) {
      TestHttp.Answer answer = http.get("/sync/v1/pull?after=1" + standing);
      assertThat(answer.status()).as(standing).isEqualTo(409);
      assertThat(new String(answer.plain(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("SRV-18");
    }
  }

  @Test
  void groupsOfTheOrganisationGetTheirRolesFromAFile() throws Exception {
    Path file = folder.resolve("roles.json");
    Files.writeString(file, "{\"version\": 3, \"groups\": {\"research-north\": [\"Researcher\"]}}");
    SyncServer.Running other =
        TestServers.another(
            Map.of(
                "throughline.identity.issuer",
                issuer.url(),
                "throughline.identity.roles",
                file.toString()));
    try {
      List<Integer> statuses = new ArrayList<>();
      for (String group : Arrays.asList("research-north", "Researcher")) {
        String token = issuer.signed(issuer.claims().claim("groups", List.of(group)).build());
        statuses.add(
            new TestHttp(other.port(), Encoding.CBOR, token).get("/sync/v1/pull").status());
      }
      assertThat(statuses).containsExactly(200, 403);
    } finally {
      other.close();
    }
  }
}
