package dev.throughline.server.blob;

import static dev.throughline.server.blob.BlobDevice.body;
import static dev.throughline.server.blob.BlobDevice.bytes;
import static dev.throughline.server.blob.BlobDevice.manifest;
import static dev.throughline.server.blob.BlobDevice.members;
import static dev.throughline.server.blob.BlobDevice.path;
import static dev.throughline.server.blob.BlobDevice.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.StorePlace;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A store in which something rots or goes, and people who would replace what is held. */
class RottenBlobsIT extends BlobTeam {
  private final BlobDevice ada = device("Ada", "Researcher");
  private final BlobDevice lea = device("Lea", "LegalReviewer");
  private final BlobDevice pia = device("Pia", "PrivacyOfficer");

  RottenBlobsIT() throws Exception {}

  private Path root() {
    return Path.of(TestDatabase.properties().get("throughline.blobs.folder"))
        .resolve(ada.device().hello().workspace().toString());
  }

  private Path file(byte[] part) {
    String digest = Sha256.hex(part);
    return root().resolve("parts").resolve(digest.substring(0, 2)).resolve(digest);
  }

  private Path object(RecordId record) {
    return root()
        .resolve("objects")
        .resolve(record.toString())
        .resolve("original")
        .resolve("000001");
  }

  private static BlobStore store() {
    return TestServers.beans(server, StorePlace.class).iterator().next().get();
  }

  private boolean isHeld(RecordId record) {
    BlobKey key = new BlobKey(ada.device().hello().workspace(), record, "original");
    return store().find(store().versions(key).getLast()).orElseThrow().isHeld();
  }

  private TestHttp.Answer propose(BlobDevice by, String scope, RecordId record) {
    Value body =
        new Value.Entries(
            Map.of(
                "matter", Value.text("M-17"),
                "reason", Value.text("A complaint was announced"),
                "scope", Value.text(scope),
                "record", Value.text(record.toString())));
    return by.http()
        .send(
            by.http()
                .request("/blobs/v1/holds")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        WireFormat.VALUE.encode(body, Encoding.JSON))));
  }

  private static TestHttp.Answer step(BlobDevice by, String hold, String step) {
    return by.post("/blobs/v1/holds/" + hold + "/" + step, Map.of());
  }

  private RecordId recording() {
    return ada.recording(Place.by(ada, "").interview());
  }

  private RecordId sent(long seed) {
    RecordId record = recording();
    ada.send(record, bytes(seed, 1_000));
    ada.settled(record);
    return record;
  }

  @Test
  void whatRottedOrWentIsHealedByTheDeviceAlone() throws Exception {
    RecordId record = recording();
    byte[] part = bytes(201, 1_000);
    ada.send(record, part);
    assertThat(ada.settled(record)).isEqualTo("verified");
    byte[] rotten = part.clone();
    rotten[500]++;
    for (boolean isGone : new boolean[] {false, true}) {
      if (isGone) {
        Files.delete(file(part));
      } else {
        Files.write(file(part), rotten);
      }
      ada.post(path(record) + "/verify", Map.of());
      assertThat(ada.settled(record)).as("gone: " + isGone).isEqualTo("damaged");
      String session = text(members(ada.open(record, body(manifest(part)))), "session");
      assertThat(ada.put(session, 0, part).status()).isEqualTo(204);
      assertThat(ada.complete(session, part).status()).isEqualTo(200);
      assertThat(ada.settled(record)).isEqualTo("verified");
    }
  }

  @Test
  void oneThatIsMissingKeepsNoOtherFromBeingHeld() throws Exception {
    RecordId first = sent(203);
    String one = text(members(propose(lea, "recording", first)), "id");
    assertThat(step(pia, one, "confirm").status()).isEqualTo(200);
    byte[] kept = Files.readAllBytes(object(first));
    Files.delete(object(first));
    try {
      for (int i = 0; i < 4; i++) {
        RecordId second = sent(210 + i);
        String two = text(members(propose(lea, "recording", second)), "id");
        assertThat(step(pia, two, "confirm").status()).isEqualTo(200);
        assertThat(isHeld(second)).isTrue();
      }
    } finally {
      Files.write(object(first), kept);
    }
  }

  @Test
  void nothingTakesThePlaceOfWhatIsHeld() throws Exception {
    RecordId record = sent(270);
    String hold = text(members(propose(lea, "recording", record)), "id");
    step(pia, hold, "confirm");
    byte[] other = bytes(271, 1_000);
    Map<String, FieldChange> named =
        Map.of("original", FieldChange.put(Value.text(manifest(other).id())));
    ada.device().send(ada.device().edit(record, "recording", ada.device().hello().head(), named));
    assertThat(ada.open(record, body(manifest(other))).code()).isEqualTo("SRV-52");
    assertThat(ada.read(record, "").response().body()).isEqualTo(bytes(270, 1_000));
  }

  @Test
  void theKeyOfWhatIsHeldStays() throws Exception {
    Place place = Place.by(ada, "");
    String secret = "A".repeat(43) + "=";
    RecordId key =
        ada.make("media-key", Map.of("interview", place.interview().toString(), "secret", secret));
    RecordId record = ada.recording(place.interview());
    ada.send(record, bytes(230, 1_000));
    for (String scope : new String[] {"interview", "study", "recording"}) {
      RecordId of =
          scope.equals("study")
              ? place.study()
              : scope.equals("recording") ? record : place.interview();
      String hold = text(members(propose(lea, scope, of)), "id");
      step(pia, hold, "confirm");
      long seen = ada.device().hello().head();
      ada.device().send(ada.device().put(key, "media-key", seen, "secret", ""));
      assertThat(ada.device().record(key)).as(scope).containsEntry("secret", Value.text(secret));
      step(lea, hold, "release");
      step(pia, hold, "release");
    }
    long seen = ada.device().hello().head();
    ada.device().send(ada.device().put(key, "media-key", seen, "secret", ""));
    assertThat(ada.device().record(key)).containsEntry("secret", Value.text(""));
  }
}
