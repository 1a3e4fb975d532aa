package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A team in a workspace that is not open to everybody, over HTTP with real tokens. */
abstract class GrantedTeam {
  private static FakeIssuer issuer;
  private static SyncServer.Running server;
  private static int team;
  private final Map<String, RecordId> persons = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    TestServers.wipe();
    issuer = new FakeIssuer();
    server = TestServers.another(Map.of("throughline.identity.issuer", issuer.url()));
  }

  /** Each test has people of its own, who have met nobody of the others. */
  @BeforeEach
  void gather() throws Exception {
    team++;
    grant(device("Kim", "KeyAdmin"), Optional.empty(), Optional.empty(), Level.NONE);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
    TestServers.wipe();
  }

  final TestDevice device(String name, String... roles) throws Exception {
    return deviceOf(token(name, "", roles), name);
  }

  /** A token of a person; of a session by name, where it has one. */
  static String token(String name, String session, String... roles) throws Exception {
    return namesake(name, name, session, roles);
  }

  /** A token of somebody who signs in as one and is called like another. */
  static String namesake(String who, String called, String session, String... roles)
      throws Exception {
    var claims =
        issuer
            .claims()
            .subject("subject of " + who + " in team " + team)
            .claim("name", called)
            .claim("preferred_username", login(who))
            .claim("groups", List.of(roles));
    return issuer.signed(
        session.isEmpty()
            ? claims.build()
            : claims.claim("sid", session + " in team " + team).build());
  }

  /** Under which somebody is invited. */
  static String login(String name) {
    return name.toLowerCase(java.util.Locale.ROOT) + ".team" + team;
  }

  static TestHttp http(String token) {
    return new TestHttp(server.port(), Encoding.CBOR, token);
  }

  final TestDevice deviceOf(String token, String name) {
    TestDevice device = new TestDevice(http(token), name);
    persons.put(name, device.hello().standing().orElseThrow().person().orElseThrow());
    return device;
  }

  final Optional<RecordId> person(String name) {
    return Optional.ofNullable(persons.get(name));
  }

  static Outcome grant(
      TestDevice by, Optional<RecordId> person, Optional<RecordId> study, Level level) {
    Grant grant = Grant.of(person, study, level);
    long seen = by.hello().head();
    return by.send(by.edit(grant.id(), "grant", seen, puts(grant.toFields())));
  }

  /** Somebody's access to a study, given and withdrawn again. */
  static void lend(TestDevice by, Optional<RecordId> person, RecordId study) {
    grant(by, person, Optional.of(study), Level.OPEN);
    grant(by, person, Optional.of(study), Level.NONE);
  }

  static Map<String, FieldChange> puts(Map<String, Value> fields) {
    return fields.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> FieldChange.put(field.getValue())));
  }

  static RecordId make(TestDevice by, String kind, Map<String, String> fields) {
    RecordId id = TestDevice.newRecord();
    Map<String, FieldChange> puts = new HashMap<>();
    fields.forEach((name, text) -> puts.put(name, FieldChange.put(Value.text(text))));
    Outcome made = by.send(by.edit(id, kind, 0, puts));
    assertThat(made).as(kind).isInstanceOf(Outcome.Applied.class);
    return id;
  }

  static Set<RecordId> seen(TestDevice device) {
    device.hello();
    Set<RecordId> seen = new HashSet<>();
    for (Change change : device.pullAll(0)) {
      if (!change.gone()) {
        seen.add(change.record());
      }
    }
    return seen;
  }

  static String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Parked.class);
    Outcome.Parked parked = (Outcome.Parked) outcome;
    assertThat(parked.reason()).isEqualTo(ParkReason.NOT_ALLOWED);
    return parked.detail();
  }

  /** Ada's study with an interview, its notes, its transcript with a turn, and a participant. */
  record Known(
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

  /** As somebody writes it who knows the log to its end. */
  static Op at(TestDevice device, Op op) {
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

  /** The one rescue there is. */
  static RecordId only(TestDevice owner) {
    return owner.pullAll(0).stream()
        .filter(change -> change.kind().equals("rescue"))
        .findFirst()
        .orElseThrow()
        .record();
  }

  static List<Outcome> rescue(TestDevice by, RecordId study, Op... ops) {
    return by
        .http()
        .post("/sync/v1/rescue?study=" + study, WireFormat.PUSH, by.pushOf(List.of(ops)))
        .read(WireFormat.PUSH_ANSWER)
        .outcomes()
        .stream()
        .map(dev.throughline.model.sync.OpOutcome::outcome)
        .toList();
  }
}
