package dev.throughline.server.blob;

import static dev.throughline.server.blob.BlobDevice.body;
import static dev.throughline.server.blob.BlobDevice.bytes;
import static dev.throughline.server.blob.BlobDevice.manifest;
import static dev.throughline.server.blob.BlobDevice.members;
import static dev.throughline.server.blob.BlobDevice.path;
import static dev.throughline.server.blob.BlobDevice.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import dev.throughline.server.sync.AuditDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets to a blob, over HTTP with real tokens: whoever gets to its record. */
class GrantedBlobsIT extends BlobTeam {
  @Test
  void withoutAGrantABlobIsLikeNone() throws Exception {
    BlobDevice ada = device("Ada", "Researcher");
    BlobDevice eve = device("Eve", "Researcher");
    RecordId record = ada.recording(Place.by(ada, "").interview());
    byte[] part = bytes(1, 1_000);
    String session = ada.growing(record);
    ada.put(session, 0, part);
    ada.complete(session, part);
    String growing = ada.growing(ada.recording(Place.by(ada, "").interview()));
    RecordId none = TestDevice.newRecord();
    assertAlike(eve.http().get(path(record)), eve.http().get(path(none)));
    assertAlike(eve.read(record, ""), eve.read(none, ""));
    assertAlike(eve.open(record, Map.of()), eve.open(none, Map.of()));
    assertAlike(eve.delete(path(record)), eve.delete(path(none)));
    String unknown = UUID.randomUUID().toString();
    assertAlike(eve.put(growing, 0, part), eve.put(unknown, 0, part));
    assertAlike(eve.rest(growing, 0, part, 500), eve.rest(unknown, 0, part, 500));
    assertAlike(eve.complete(growing, part), eve.complete(unknown, part));
    assertAlike(
        eve.http().get("/blobs/v1/sessions/" + growing),
        eve.http().get("/blobs/v1/sessions/" + unknown));
    assertAlike(
        eve.post(path(record) + "/tickets", Map.of()), eve.post(path(none) + "/tickets", Map.of()));
    assertThat(text(ada.standing(record), "state")).isIn("complete", "verified");
  }

  private static void assertAlike(TestHttp.Answer one, TestHttp.Answer other) {
    assertThat(one.status()).isEqualTo(404).isEqualTo(other.status());
    assertThat(one.problem()).isEqualTo(other.problem());
  }

  @Test
  void whoMayOnlyReadTheRecordHearsAndSendsNothing() throws Exception {
    BlobDevice ada = device("Ada", "Researcher");
    BlobDevice pam = device("Pam", "ProductManager");
    Place place = Place.by(ada, "");
    grant(ada.device(), Optional.of(person(pam)), Optional.of(place.study()), Level.OPEN);
    pam.device().hello();
    RecordId record = ada.recording(place.interview());
    byte[] part = bytes(2, 1_000);
    String session = ada.growing(record);
    assertThat(pam.put(session, 0, part).code()).isEqualTo("SRV-26");
    assertThat(pam.rest(session, 0, part, 500).code()).isEqualTo("SRV-26");
    assertThat(pam.open(record, Map.of()).code()).isEqualTo("SRV-26");
    ada.put(session, 0, part);
    ada.complete(session, part);
    assertThat(pam.read(record, "").response().body()).isEqualTo(part);
    assertThat(pam.delete(path(record)).code()).isEqualTo("SRV-26");
    grant(ada.device(), Optional.of(person(pam)), Optional.of(place.study()), Level.NONE);
    assertThat(pam.read(record, "").status()).isEqualTo(404);
  }

  @Test
  void whoHearsWhatIsRestrictedIsWrittenDownFirstOnceAnHour() throws Exception {
    BlobDevice ada = device("Ada", "Researcher");
    RecordId open = ada.recording(Place.by(ada, "").interview());
    RecordId restricted = ada.recording(Place.by(ada, "restricted").interview());
    for (RecordId record : List.of(open, restricted)) {
      ada.send(record, bytes(3, 1_000));
    }
    ada.read(open, "");
    assertThat(events(ada, "blob.read", open)).isEmpty();
    ada.read(restricted, "bytes=0-9");
    ada.read(restricted, "bytes=10-19");
    ada.post(path(restricted) + "/tickets", Map.of());
    assertThat(events(ada, "blob.read", restricted))
        .singleElement()
        .asString()
        .contains("\"by\":\"" + person(ada) + "\"");
    CLOCK.pass(Duration.ofMinutes(61));
    ada = device("Ada", "Researcher");
    ada.read(restricted, "");
    assertThat(events(ada, "blob.read", restricted)).hasSize(2);
  }

  static List<String> events(BlobDevice by, String type, RecordId about) {
    AuditDesk audit = TestServers.beans(server, AuditDesk.class).iterator().next();
    return audit.all(by.device().hello().workspace()).stream()
        .map(event -> new String(event.event(), StandardCharsets.UTF_8))
        .filter(text -> text.contains("\"" + type + "\"") && text.contains(about.toString()))
        .toList();
  }

  @Test
  void aTicketCountsForFifteenMinutes() throws Exception {
    BlobDevice ada = device("Ada", "Researcher");
    RecordId record = ada.recording(Place.by(ada, "").interview());
    byte[] part = bytes(4, 1_000);
    ada.send(record, part);
    String url = text(members(ada.post(path(record) + "/tickets", Map.of())), "url");
    TestHttp nobody = new TestHttp(server.port(), dev.throughline.model.wire.Encoding.JSON);
    assertThat(nobody.get(url).response().body()).isEqualTo(part);
    assertThat(nobody.get(path(record)).status()).isEqualTo(401);
    CLOCK.pass(Duration.ofMinutes(15));
    assertThat(nobody.get(url).code()).isEqualTo("SRV-53");
  }

  @Test
  void afterItsTimeABlobIsDeletedAndTheDeletionWrittenDown() throws Exception {
    BlobDevice ada = device("Ada", "Researcher");
    RecordId record = ada.recording(Place.by(ada, "").interview());
    byte[] part = bytes(5, 1_000);
    ada.send(record, part);
    assertThat(ada.settled(record)).isEqualTo("verified");
    assertThat(ada.delete(path(record)).code()).isEqualTo("SRV-52");
    CLOCK.pass(Duration.ofDays(181));
    BlobDevice later = device("Ada", "Researcher");
    assertThat(members(later.delete(path(record)))).containsEntry("deleted", Value.whole(1));
    assertThat(text(later.standing(record), "state")).isEqualTo("absent");
    assertThat(later.read(record, "").status()).isEqualTo(404);
    assertThat(events(later, "blob.deleted", record)).hasSize(1);
    assertThat(later.open(record, body(manifest(part))).status()).isEqualTo(201);
  }
}
