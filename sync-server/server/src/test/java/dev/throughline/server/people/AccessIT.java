package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every cell of the access matrix over HTTP with real tokens: what is allowed succeeds, everything
 * else is refused with one sentence. The table here is written by hand: it does not ask the code.
 */
class AccessIT {
  /** The columns below. */
  private static final List<String> ROLES =
      List.of(
          "ProductManager",
          "Researcher",
          "GrowthHacker",
          "TechnicalLead",
          "Approver",
          "Auditor",
          "KeyAdmin",
          "PrivacyOfficer",
          "LegalReviewer",
          "IncidentLead");

  /** w writes, r reads, - neither, p writes pseudonym and attributes alone. */
  private static final Map<String, String> MATRIX = new LinkedHashMap<>();

  static {
    //                              PM RS GH TL AP Au KA PO LR IL
    MATRIX.put("study", "w  w  r  r  r  -  r  r  r  -");
    MATRIX.put("topic", "w  w  r  r  r  -  -  r  -  -");
    MATRIX.put("participant", "r  w  -  -  -  -  -  p  -  -");
    MATRIX.put("interview", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("memo", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("transcript", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("segment", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("coverage", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("consent", "r  w  -  -  -  -  -  w  -  -");
    MATRIX.put("comment", "w  w  w  w  w  -  -  w  w  -");
  }

  private static FakeIssuer issuer;
  private static SyncServer.Running server;
  private static final Map<String, RecordId> THERE = new TreeMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    issuer = new FakeIssuer();
    server = TestServers.another(Map.of("throughline.identity.issuer", issuer.url()));
    TestDevice researcher = device("Researcher");
    for (String kind : MATRIX.keySet()) {
      RecordId record = TestDevice.newRecord();
      THERE.put(kind, record);
      Outcome made = researcher.send(researcher.edit(record, kind, 0, fields(kind)));
      assertThat(made).as(kind).isInstanceOf(Outcome.Applied.class);
    }
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

  private static Map<String, FieldChange> fields(String kind) {
    String note = "Seen at the door.";
    Map<String, String> one =
        switch (kind) {
          case "study", "interview", "transcript" -> Map.of("title", note);
          case "topic", "segment" -> Map.of("text", note);
          case "comment" -> Map.of("text", note, "about", there("study").toString());
          case "participant" -> Map.of("pseudonym", "P-07");
          case "memo" -> Map.of("notes", note);
          case "coverage" -> Map.of("state", "covered");
          case "consent" -> Map.of("note", note);
          default -> throw new IllegalArgumentException(kind);
        };
    return one.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, field -> FieldChange.put(Value.text(field.getValue()))));
  }

  private static RecordId there(String kind) {
    return Objects.requireNonNull(THERE.get(kind));
  }

  private static char cell(String kind, int role) {
    return Objects.requireNonNull(MATRIX.get(kind)).split(" +")[role].charAt(0);
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
                assertThat(parked.detail()).matches("An? [a-z ]+\\.");
              });
    }
  }

  @Test
  void everyCellIsAsTheTableSays() throws Exception {
    for (int role = 0; role < ROLES.size(); role++) {
      TestDevice device = device(ROLES.get(role));
      Set<String> pulled = device.pullAll(0).stream().map(Change::kind).collect(Collectors.toSet());
      for (String kind : MATRIX.keySet()) {
        char cell = cell(kind, role);
        String name = ROLES.get(role) + " " + kind;
        assertThat(pulled.contains(kind)).as(name).isEqualTo(cell != '-');
        RecordId there = there(kind);
        boolean writes = cell == 'w';
        assertWritten(
            writes,
            name + " make",
            device.send(device.edit(TestDevice.newRecord(), kind, 0, fields(kind))));
        assertWritten(
            writes || cell == 'p',
            name + " change",
            device.send(device.edit(there, kind, 0, fields(kind))));
        assertWritten(writes, name + " trash", device.send(device.trash(there, kind, 0)));
        assertWritten(writes, name + " restore", device.send(device.restore(there, kind, 0)));
        assertThat(entries(device, there) > 0).as(name + " history").isEqualTo(cell != '-');
      }
    }
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
  void someFieldsAreNotTheWholeRecord() throws Exception {
    TestDevice officer = device("PrivacyOfficer");
    RecordId person = there("participant");
    assertWritten(
        false,
        "participant study",
        officer.send(officer.put(person, "participant", 0, "study", there("study").toString())));
  }

  @Test
  void severalRolesAddUpButADutyGivesWay() throws Exception {
    TestDevice both = device("GrowthHacker", "ProductManager");
    assertWritten(true, "both", both.send(both.edit(there("study"), "study", 0, fields("study"))));
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
                manager.edit(TestDevice.newRecord(), "study", 0, fields("study")),
                manager.edit(TestDevice.newRecord(), "interview", 0, fields("interview"))));
    assertThat(manager.push(group.toArray(Op[]::new)).outcomes())
        .extracting(outcome -> ((Outcome.Parked) outcome.outcome()).reason())
        .containsExactly(ParkReason.GROUP, ParkReason.NOT_ALLOWED);
  }

  @Test
  void whoeverHasNoRoleIsToldWhomToAsk() throws Exception {
    for (String[] groups : new String[][] {{}, {"Gardeners"}}) {
      for (String path : List.of("/sync/v1/pull", "/sync/v1/history?record=" + there("memo"))) {
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
  void conflictsAreSettledByThoseWhoMayWriteWhatTheyAreAbout() throws Exception {
    TestDevice one = device("Researcher");
    TestDevice two = device("Researcher");
    RecordId interview = TestDevice.newRecord();
    one.send(one.put(interview, "interview", 0, "title", "First"));
    one.send(one.put(interview, "interview", 0, "title", "Second"));
    Outcome met = two.send(two.put(interview, "interview", 0, "title", "Third"));
    assertThat(met).isInstanceOf(Outcome.Conflicted.class);
    RecordId conflict = ((Outcome.Conflicted) met).conflicts().getFirst();
    Map<String, FieldChange> settled =
        Map.of(
            "state", FieldChange.put(Value.text("resolved")),
            "resolution", FieldChange.put(Value.text("shown")));
    for (String role : ROLES) {
      TestDevice device = device(role);
      boolean isAllowed = role.equals("Researcher");
      assertWritten(
          isAllowed,
          role + " conflict",
          device.send(device.edit(conflict, "conflict", 0, settled)));
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
