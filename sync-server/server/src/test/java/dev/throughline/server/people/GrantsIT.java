package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees which study, over HTTP with real tokens, in a workspace not open to everybody. */
class GrantsIT {
  private FakeIssuer issuer;
  private SyncServer.Running server;
  private final Map<String, RecordId> persons = new HashMap<>();

  @BeforeEach
  void start() throws Exception {
    TestServers.wipe();
    issuer = new FakeIssuer();
    server = TestServers.another(Map.of("throughline.identity.issuer", issuer.url()));
    TestDevice admin = device("Kim", "KeyAdmin");
    grant(admin, Optional.empty(), Optional.empty(), Level.NONE);
  }

  @AfterEach
  void stop() {
    server.close();
    issuer.close();
    TestServers.wipe();
  }

  private TestDevice device(String name, String... roles) throws Exception {
    String token =
        issuer.signed(
            issuer
                .claims()
                .subject("subject of " + name)
                .claim("name", name)
                .claim("preferred_username", name.toLowerCase(java.util.Locale.ROOT))
                .claim("groups", List.of(roles))
                .build());
    TestDevice device = new TestDevice(new TestHttp(server.port(), Encoding.CBOR, token), name);
    persons.put(name, device.hello().standing().orElseThrow().person().orElseThrow());
    return device;
  }

  private Optional<RecordId> person(String name) {
    return Optional.ofNullable(persons.get(name));
  }

  private static Outcome grant(
      TestDevice by, Optional<RecordId> person, Optional<RecordId> study, Level level) {
    Grant grant = Grant.of(person, study, level);
    long seen = by.hello().head();
    return by.send(by.edit(grant.id(), "grant", seen, puts(grant.toFields())));
  }

  private static Map<String, FieldChange> puts(Map<String, Value> fields) {
    return fields.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> FieldChange.put(field.getValue())));
  }

  private static RecordId make(TestDevice by, String kind, Map<String, String> fields) {
    RecordId id = TestDevice.newRecord();
    Map<String, FieldChange> puts = new HashMap<>();
    fields.forEach((name, text) -> puts.put(name, FieldChange.put(Value.text(text))));
    Outcome made = by.send(by.edit(id, kind, 0, puts));
    assertThat(made).as(kind).isInstanceOf(Outcome.Applied.class);
    return id;
  }

  private static Set<RecordId> seen(TestDevice device) {
    device.hello();
    Set<RecordId> seen = new HashSet<>();
    for (Change change : device.pullAll(0)) {
      if (!change.gone()) {
        seen.add(change.record());
      }
    }
    return seen;
  }

  private static String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Parked.class);
    Outcome.Parked parked = (Outcome.Parked) outcome;
    assertThat(parked.reason()).isEqualTo(ParkReason.NOT_ALLOWED);
    return parked.detail();
  }

  /** Ada's study with an interview, its notes, its transcript with a turn, and a participant. */
  private record Known(
      RecordId study, RecordId interview, RecordId memo, RecordId segment, RecordId participant) {
    static Known by(TestDevice device) {
      RecordId study = make(device, "study", Map.of("title", "Tariffs"));
      RecordId person =
          make(device, "participant", Map.of("study", study.toString(), "pseudonym", "P-01"));
      RecordId interview =
          make(device, "interview", Map.of("study", study.toString(), "title", "At the door"));
      RecordId memo =
          make(device, "memo", Map.of("interview", interview.toString(), "notes", "Paper bills."));
      RecordId transcript =
          make(device, "transcript", Map.of("interview", interview.toString(), "title", "One"));
      RecordId segment =
          make(device, "segment", Map.of("transcript", transcript.toString(), "text", "Well."));
      return new Known(study, interview, memo, segment, person);
    }

    List<RecordId> all() {
      return List.of(study, interview, memo, segment, participant);
    }
  }

  @Test
  void whoeverMakesAStudyOwnsItAndNobodyElseSeesIt() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    assertThat(seen(ada)).containsAll(known.all());
    assertThat(ada.hello().standing().orElseThrow().grants())
        .containsEntry(known.study().toString(), "owner")
        .containsEntry("all", "none");
    assertThat(seen(ben)).doesNotContainAnyElementsOf(known.all());
    for (RecordId record : known.all()) {
      assertThat(
              ben.http()
                  .get("/sync/v1/history?record=" + record)
                  .read(WireFormat.RECORD_HISTORY)
                  .entries())
          .isEmpty();
    }
    assertThat(refusal(ben.send(ben.put(known.memo(), "memo", 0, "notes", "Mine"))))
        .isEqualTo("You have no access to the study this belongs to.");
    assertThat(
            refusal(
                ben.send(
                    ben.put(
                        TestDevice.newRecord(),
                        "memo",
                        0,
                        "interview",
                        known.interview().toString()))))
        .isEqualTo("You have no access to the study this belongs to.");
  }

  @Test
  void aGrantBringsWhatWasThereAndAWithdrawalEndsItAtOnce() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    ben.hello();
    long before = ben.pull(0).cursor().seq();
    assertThat(grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ben.http().get("/sync/v1/pull?after=" + before + "&standing=x").code())
        .isEqualTo("SRV-18");
    assertThat(seen(ben)).containsAll(known.all());
    assertThat(ben.send(ben.put(known.memo(), "memo", before, "notes", "From both.")))
        .isInstanceOf(Outcome.Applied.class);
    String tag = ben.hello().standing().orElseThrow().tag();
    grant(ada, person("Ben"), Optional.of(known.study()), Level.NONE);
    assertThat(ben.http().get("/sync/v1/pull?after=0&standing=" + tag).code()).isEqualTo("SRV-18");
    assertThat(seen(ben)).doesNotContainAnyElementsOf(known.all());
    assertThat(refusal(ben.send(ben.put(known.memo(), "memo", before, "notes", "Late."))))
        .isEqualTo("You have no access to the study this belongs to.");
  }

  @Test
  void whatIsRestrictedNeedsMoreThanAccess() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    TestDevice officer = device("Olu", "PrivacyOfficer");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    ben.hello();
    long cursor = ben.pull(0).cursor().seq();
    Outcome restricted =
        ada.send(ada.put(known.interview(), "interview", cursor, "sensitivity", "restricted"));
    assertThat(restricted).isInstanceOf(Outcome.Applied.class);
    assertThat(ben.pullAll(cursor))
        .as("the interview goes, with all below it, and says nothing else")
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.gone()).isTrue();
              assertThat(change.record()).isEqualTo(known.interview());
              assertThat(change.fields()).isEmpty();
            });
    Set<RecordId> evidence = Set.of(known.interview(), known.memo(), known.segment());
    assertThat(seen(ben)).contains(known.study()).doesNotContainAnyElementsOf(evidence);
    assertThat(seen(officer)).contains(known.study()).doesNotContainAnyElementsOf(evidence);
    assertThat(refusal(ben.send(ben.put(known.memo(), "memo", 0, "notes", "Mine"))))
        .isEqualTo("This is restricted, and your access to the study does not reach that far.");
    grant(ada, person("Ben"), Optional.of(known.study()), Level.RESTRICTED);
    assertThat(seen(ben)).containsAll(evidence);
  }

  @Test
  void aMoveBetweenStudiesNeedsRightsInBothAndIsToldToBothSides() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known from = Known.by(ada);
    RecordId to = make(ben, "study", Map.of("title", "Meters"));
    Op move = ada.put(from.interview(), "interview", 99_999, "study", to.toString());
    assertThat(refusal(ada.send(at(ada, move))))
        .isEqualTo("You have no access to the study this belongs to.");
    assertThat(
            refusal(ben.send(at(ben, ben.put(from.interview(), "interview", 0, "study", "" + to)))))
        .isEqualTo("You have no access to the study this belongs to.");
    TestDevice cleo = device("Cleo", "Researcher");
    grant(ada, person("Cleo"), Optional.of(from.study()), Level.OPEN);
    grant(ben, person("Cleo"), Optional.of(to), Level.OPEN);
    ada.hello();
    long cursor = ada.pullAll(0).getLast().seq();
    String bens = ben.hello().standing().orElseThrow().tag();
    assertThat(cleo.send(at(cleo, cleo.put(from.interview(), "interview", 0, "study", "" + to))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.pullAll(cursor))
        .filteredOn(change -> change.record().equals(from.interview()))
        .singleElement()
        .satisfies(change -> assertThat(change.gone()).isTrue());
    assertThat(ben.http().get("/sync/v1/pull?after=1&standing=" + bens).code())
        .as("what came within reach was written before")
        .isEqualTo("SRV-18");
    assertThat(seen(ben)).contains(from.interview(), from.memo(), from.segment());
    assertThat(seen(ada)).contains(from.study()).doesNotContain(from.interview(), from.memo());
  }

  /** As somebody writes it who knows the log to its end. */
  private static Op at(TestDevice device, Op op) {
    return new Op(
        op.id(),
        op.opNo(),
        op.group(),
        op.hlc(),
        op.record(),
        op.kind(),
        op.action(),
        device.hello().head(),
        op.fields());
  }

  @Test
  void onlyOwnersAndKeyAdministratorsGiveAccess() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    assertThat(refusal(grant(ben, person("Ben"), Optional.of(known.study()), Level.OWNER)))
        .isEqualTo("Only owners of a study and key administrators give access to it.");
    assertThat(refusal(grant(ada, person("Ada"), Optional.empty(), Level.OWNER)))
        .isEqualTo("Only owners of a study and key administrators give access to it.");
    Grant forBen = Grant.of(person("Ben"), Optional.of(known.study()), Level.OPEN);
    assertThat(
            refusal(
                ada.send(ada.edit(TestDevice.newRecord(), "grant", 0, puts(forBen.toFields())))))
        .isEqualTo("a grant keeps its person and its study");
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    Map<String, FieldChange> bent = new HashMap<>();
    bent.put("person", FieldChange.put(Value.text(person("Ada").orElseThrow().toString())));
    assertThat(refusal(ada.send(ada.edit(forBen.id(), "grant", 0, bent))))
        .isEqualTo("a grant keeps its person and its study");
    TestDevice admin = device("Kim", "KeyAdmin");
    assertThat(grant(admin, person("Ben"), Optional.of(known.study()), Level.OWNER))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(seen(admin))
        .as("who gives access sees no evidence")
        .contains(known.study(), forBen.id())
        .doesNotContain(known.interview(), known.memo(), known.participant());
  }

  @Test
  void whoSomebodyIsOnlyTheServerSays() throws Exception {
    TestDevice admin = device("Kim", "KeyAdmin");
    TestDevice ada = device("Ada", "Researcher");
    RecordId kim = person("Kim").orElseThrow();
    assertThat(refusal(ada.send(ada.put(kim, "person", 0, "name", "Ada"))))
        .isEqualTo("A researcher reads people and changes none.");
    assertThat(refusal(admin.send(admin.put(kim, "person", 0, "subject", "Ada"))))
        .isEqualTo("who a person is only the server writes");
  }

  @Test
  void whoeverIsInvitedByLoginFindsTheirStudies() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice admin = device("Kim", "KeyAdmin");
    Known known = Known.by(ada);
    RecordId invited = Person.invited("Dev");
    assertThat(admin.send(admin.put(invited, "person", 0, "login", "Dev")))
        .isInstanceOf(Outcome.Applied.class);
    grant(ada, Optional.of(invited), Optional.of(known.study()), Level.OPEN);
    TestDevice dev = device("Dev", "Researcher");
    assertThat(person("Dev")).contains(invited);
    assertThat(seen(dev)).containsAll(known.all());
    assertThat(dev.record(invited))
        .containsEntry("name", Value.text("Dev"))
        .containsEntry("login", Value.text("dev"));
    TestDevice other = new TestDevice(dev.http(), "Dev");
    assertThat(other.hello().standing().orElseThrow().person()).contains(invited);
  }

  @Test
  void unsentWorkIsKeptForTheOwnersWhoTakeItInUnderItsAuthorsName() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    ben.hello();
    long seen = ben.pull(0).cursor().seq();
    grant(ada, person("Ben"), Optional.of(known.study()), Level.NONE);
    RecordId fresh = TestDevice.newRecord();
    Map<String, FieldChange> memo = new HashMap<>();
    memo.put("interview", FieldChange.put(Value.text(known.interview().toString())));
    memo.put("notes", FieldChange.put(Value.text("Typed on the train.")));
    Op made = ben.edit(fresh, "memo", 0, memo);
    Op changed = ben.put(known.interview(), "interview", seen, "place", "Kitchen");
    for (int time = 0; time < 2; time++) {
      assertThat(rescue(ben, known.study(), made, changed))
          .allSatisfy(
              outcome ->
                  assertThat(outcome)
                      .isInstanceOfSatisfying(
                          Outcome.Parked.class,
                          it -> assertThat(it.reason()).isEqualTo(ParkReason.RESCUED)));
    }
    List<Change> rescued =
        ada.pullAll(0).stream().filter(change -> change.kind().equals("rescue")).toList();
    assertThat(rescued).hasSize(1);
    RecordId rescue = rescued.getFirst().record();
    assertThat(seen(ben)).doesNotContain(rescue);
    assertThat(seen(ada)).as("nothing is taken in yet").doesNotContain(fresh);
    assertThat(refusal(ben.send(at(ben, ben.put(rescue, "rescue", 0, "state", "accepted")))))
        .isEqualTo("You have no access to the study this belongs to.");
    assertThat(ada.send(at(ada, ada.put(rescue, "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.record(fresh)).containsEntry("notes", Value.text("Typed on the train."));
    assertThat(ada.record(known.interview())).containsEntry("place", Value.text("Kitchen"));
    assertThat(ada.pullAll(0))
        .filteredOn(change -> change.record().equals(fresh))
        .extracting(Change::author)
        .containsExactly("Ben");
  }

  @Test
  void nothingButWorkWithinTheStudyIsTakenIn() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    TestDevice hacker = device("Gil", "GrowthHacker");
    Known known = Known.by(ada);
    Known other = Known.by(ada);
    Grant wanted = Grant.of(person("Ben"), Optional.of(known.study()), Level.OWNER);
    assertThat(
            refusal(
                rescue(
                        ben,
                        known.study(),
                        ben.edit(wanted.id(), "grant", 0, puts(wanted.toFields())))
                    .getFirst()))
        .isEqualTo("Your roles do not allow this.");
    assertThat(
            refusal(
                rescue(hacker, known.study(), hacker.put(known.memo(), "memo", 0, "notes", "Mine"))
                    .getFirst()))
        .isEqualTo("Your roles do not allow this.");
    rescue(ben, known.study(), ben.put(other.interview(), "interview", 0, "place", "Elsewhere"));
    ada.hello();
    RecordId rescue =
        ada.pullAll(0).stream()
            .filter(change -> change.kind().equals("rescue"))
            .findFirst()
            .orElseThrow()
            .record();
    assertThat(refusal(ada.send(at(ada, ada.put(rescue, "rescue", 0, "state", "accepted")))))
        .isEqualTo("some of it is in another study");
    assertThat(ada.record(other.interview())).doesNotContainKey("place");
  }

  private static List<Outcome> rescue(TestDevice by, RecordId study, Op... ops) {
    return by
        .http()
        .post("/sync/v1/rescue?study=" + study, WireFormat.PUSH, by.pushOf(List.of(ops)))
        .read(WireFormat.PUSH_ANSWER)
        .outcomes()
        .stream()
        .map(dev.throughline.model.sync.OpOutcome::outcome)
        .toList();
  }

  @Test
  void whatTheServerHadTakenIsNotRescuedAgain() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    Known known = Known.by(ada);
    Op sent = ada.put(known.memo(), "memo", 99_999, "notes", "Sent in time.");
    Op op = at(ada, sent);
    assertThat(ada.send(op)).isInstanceOf(Outcome.Applied.class);
    assertThat(rescue(ada, known.study(), op))
        .singleElement()
        .isInstanceOf(Outcome.Duplicate.class);
    assertThat(ada.pullAll(0)).noneMatch(change -> change.kind().equals("rescue"));
    assertThat(
            ada.http()
                .post(
                    "/sync/v1/rescue?study=" + TestDevice.newRecord(),
                    WireFormat.PUSH,
                    ada.pushOf(List.of(ada.put(known.memo(), "memo", 0, "notes", "No study"))))
                .status())
        .isEqualTo(400);
  }
}
