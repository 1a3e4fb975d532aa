package dev.throughline.server.blob;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.wire.Encoding;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import dev.throughline.server.people.FakeIssuer;
import dev.throughline.server.played.MovedClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * People with roles in a workspace that is not open to everybody, and a clock that is moved. Rounds
 * are made by the tests only.
 */
abstract class BlobTeam {
  static final MovedClock CLOCK = new MovedClock(Instant.now());

  static SyncServer.Running server;
  private static FakeIssuer issuer;

  @BeforeAll
  static void start() throws Exception {
    TestServers.wipe();
    issuer = new FakeIssuer();
    Map<String, String> settings =
        Map.of(
            "throughline.identity.issuer", issuer.url(), "throughline.blobs.rounds.first", "PT24H");
    server = TestServers.another(settings, CLOCK);
    grant(device("Kim", "KeyAdmin").device(), Optional.empty(), Optional.empty(), Level.NONE);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
    TestServers.wipe();
  }

  static BlobDevice device(String name, String... roles) throws Exception {
    String token =
        issuer.signed(
            issuer
                .claims()
                .subject("subject of " + name)
                .claim("name", name)
                .claim("preferred_username", name)
                .claim("groups", List.of(roles))
                .build());
    TestDevice device = new TestDevice(new TestHttp(server.port(), Encoding.CBOR, token), name);
    return new BlobDevice(device);
  }

  static RecordId person(BlobDevice device) {
    return device.device().hello().standing().orElseThrow().person().orElseThrow();
  }

  static void grant(
      TestDevice by, Optional<RecordId> person, Optional<RecordId> study, Level level) {
    Grant grant = Grant.of(person, study, level);
    Map<String, FieldChange> puts = new HashMap<>();
    grant.toFields().forEach((name, value) -> puts.put(name, FieldChange.put(value)));
    long seen = by.hello().head();
    by.send(by.edit(grant.id(), "grant", seen, puts));
  }

  /** A study with an interview of it. */
  record Place(RecordId study, RecordId participant, RecordId interview) {
    static Place by(BlobDevice device, String sensitivity) {
      RecordId study = device.make("study", Map.of("title", "Tariffs"));
      RecordId person =
          device.make("participant", Map.of("study", study.toString(), "pseudonym", "P-01"));
      Map<String, String> fields =
          new TreeMap<>(Map.of("study", study.toString(), "participant", person.toString()));
      if (!sensitivity.isEmpty()) {
        fields.put("sensitivity", sensitivity);
      }
      return new Place(study, person, device.make("interview", fields));
    }
  }
}
