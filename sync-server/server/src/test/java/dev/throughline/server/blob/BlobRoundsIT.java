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
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done beside the requests: reading back, mending, giving up. */
class BlobRoundsIT extends BlobTeam {
  private final BlobDevice ada = device("Ada", "Researcher");

  BlobRoundsIT() throws Exception {}

  private RecordId recording() {
    return ada.recording(Place.by(ada, "").interview());
  }

  private Path file(byte[] part) {
    String digest = Sha256.hex(part);
    Path blobs = Path.of(TestDatabase.properties().get("throughline.blobs.folder"));
    return blobs
        .resolve(ada.device().hello().workspace().toString())
        .resolve("parts")
        .resolve(digest.substring(0, 2))
        .resolve(digest);
  }

  @Test
  void whatRotsInTheStoreIsFoundAndSentAgain() throws Exception {
    RecordId record = recording();
    byte[] part = bytes(101, 1_000);
    ada.send(record, part);
    assertThat(ada.settled(record)).isEqualTo("verified");
    byte[] rotten = part.clone();
    rotten[500]++;
    Files.write(file(part), rotten);
    ada.post(path(record) + "/verify", Map.of());
    assertThat(ada.settled(record)).isEqualTo("damaged");
    Files.delete(file(part));
    String session = text(members(ada.open(record, body(manifest(part)))), "session");
    assertThat(ada.put(session, 0, part).status()).isEqualTo(204);
    assertThat(ada.complete(session, part).status()).isEqualTo(200);
    assertThat(ada.settled(record)).isEqualTo("verified");
    assertThat(ada.read(record, "").response().body()).isEqualTo(part);
  }

  @Test
  void whatARestoreBroughtBackIsVerifiedAgain() throws Exception {
    RecordId record = recording();
    byte[] part = bytes(102, 1_000);
    ada.send(record, part);
    ada.settled(record);
    Files.delete(file(part));
    ada.post(path(record) + "/verify", Map.of());
    for (int i = 0; i < 50 && Files.notExists(file(part)); i++) {
      text(ada.standing(record), "state");
    }
    assertThat(text(ada.standing(record), "state")).isIn("complete", "damaged");
    Files.write(file(part), part);
    ada.post(path(record) + "/verify", Map.of());
    assertThat(ada.settled(record)).isEqualTo("verified");
  }

  @Test
  void whatNobodyReadBackBeforeAServerEndedIsReadAtTheNextStart() throws Exception {
    RecordId record = recording();
    ada.send(record, bytes(103, 1_000));
    ada.settled(record);
    execute("update memory.blob set state = 'complete'");
    Verifier verifier = TestServers.beans(server, Verifier.class).iterator().next();
    verifier.round();
    assertThat(ada.settled(record)).isEqualTo("verified");
  }

  private void execute(String statement) throws SQLException {
    try (var app = TestDatabase.asApp();
        var running = app.createStatement()) {
      running.execute("set throughline.workspace = '" + ada.device().hello().workspace() + "'");
      running.execute(statement);
    }
  }

  @Test
  void anOldSessionIsGivenUpOnlyWhenNoDeviceClaimsIt() throws Exception {
    RecordId record = recording();
    byte[] part = bytes(104, 1_000);
    String session = ada.growing(record);
    ada.put(session, 0, part);
    BlobRounds rounds = TestServers.beans(server, BlobRounds.class).iterator().next();
    CLOCK.pass(BlobRounds.STALE.plus(Duration.ofDays(30)));
    rounds.go();
    BlobDevice later = device("Ada", "Researcher");
    assertThat(later.put(session, 1, part).status()).as("it is claimed").isEqualTo(204);
    execute("delete from memory.upload_claim");
    rounds.go();
    assertThat(later.put(session, 1, part).status()).as("it was touched").isEqualTo(204);
    CLOCK.pass(BlobRounds.STALE.plus(Duration.ofDays(1)));
    rounds.go();
    later = device("Ada", "Researcher");
    assertThat(later.put(session, 1, part).status()).isEqualTo(404);
    assertThat(text(later.standing(record), "state")).isEqualTo("absent");
  }
}
