package dev.throughline.server.blob;

import static dev.throughline.server.blob.BlobDevice.body;
import static dev.throughline.server.blob.BlobDevice.bytes;
import static dev.throughline.server.blob.BlobDevice.items;
import static dev.throughline.server.blob.BlobDevice.manifest;
import static dev.throughline.server.blob.BlobDevice.members;
import static dev.throughline.server.blob.BlobDevice.path;
import static dev.throughline.server.blob.BlobDevice.text;
import static dev.throughline.server.blob.BlobDevice.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sending, reading back and deleting over HTTP, where nobody signs in. */
class BlobIT {
  private static final byte[] FULL = bytes(1, BlobManifest.PART_BYTES);

  private final BlobDevice ada = new BlobDevice(device("ada"));
  private final BlobDevice bob = new BlobDevice(device("bob"));

  private static TestDevice device(String name) {
    return new TestDevice(TestServers.shared().port(), name);
  }

  @Test
  void whatOneSendsWhileItGrowsAnotherHearsWholeAfterwards() {
    RecordId record = ada.recording();
    assertThat(text(bob.standing(record), "state")).isEqualTo("absent");
    String session = ada.growing(record);
    assertThat(ada.put(session, 0, FULL).status()).isEqualTo(204);
    Map<String, Value> growing = bob.standing(record);
    assertThat(text(growing, "state")).isEqualTo("growing");
    assertThat(whole(growing, "bytesThere")).isEqualTo(FULL.length);
    byte[] last = bytes(2, 1_000);
    ada.put(session, 1, last);
    Map<String, Value> complete = members(ada.complete(session, FULL, last));
    assertThat(text(complete, "blob")).isEqualTo(manifest(FULL, last).id());
    assertThat(bob.settled(record)).isEqualTo("verified");
    TestHttp.Answer whole = bob.read(record, "");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.response().body()).hasSize(FULL.length + last.length);
    assertThat(Sha256.hex(Arrays.copyOf(whole.response().body(), FULL.length)))
        .isEqualTo(Sha256.hex(FULL));
  }

  @Test
  void aPlannedSessionTellsWhatIsMissingAfterACut() {
    RecordId record = ada.recording();
    byte[] last = bytes(3, 500);
    Map<String, Value> plan = body(manifest(FULL, FULL, last));
    String session = text(members(ada.open(record, plan)), "session");
    ada.put(session, 1, FULL);
    TestHttp.Answer again = bob.open(record, plan);
    assertThat(again.status()).as("the one under way").isEqualTo(200);
    assertThat(text(members(again), "session")).isEqualTo(session);
    assertThat(items(members(again), "missing")).containsExactly(Value.whole(0), Value.whole(2));
    assertThat(text(ada.standing(record), "state")).isEqualTo("sending");
    assertThat(whole(ada.standing(record), "size")).isEqualTo(2L * FULL.length + 500);
    TestHttp.Answer early = ada.complete(session, FULL, FULL, last);
    assertThat(early.code()).isEqualTo("SRV-51");
    assertThat(early.problem().get("missing"))
        .isEqualTo(new Value.Items(List.of(Value.whole(0), Value.whole(2))));
    ada.put(session, 0, FULL);
    ada.put(session, 2, last);
    assertThat(ada.complete(session, FULL, FULL, last).status()).isEqualTo(200);
    assertThat(ada.settled(record)).isEqualTo("verified");
  }

  @Test
  void theSameAgainNeedsNothingSentAndOtherContentIsRefused() {
    RecordId record = ada.recording();
    byte[] part = bytes(4, 1_000);
    TestHttp.Answer first = ada.send(record, part);
    assertThat(first.status()).isEqualTo(200);
    ada.settled(record);
    assertThat(text(members(bob.open(record, body(manifest(part)))), "state"))
        .isEqualTo("verified");
    assertThat(bob.open(record, body(manifest(bytes(5, 1_000)))).code()).isEqualTo("SRV-28");
    assertThat(bob.open(record, Map.of()).code()).isEqualTo("SRV-28");
  }

  @Test
  void whatTheRecordNamesTakesThePlaceOfSomethingElse() {
    RecordId record = ada.recording();
    ada.send(record, bytes(6, 1_000));
    byte[] right = bytes(7, 1_000);
    long seen = ada.device().hello().head();
    ada.device()
        .send(ada.device().put(record, "recording", seen, "original", manifest(right).id()));
    String session = text(members(ada.open(record, body(manifest(right)))), "session");
    ada.put(session, 0, right);
    ada.complete(session, right);
    assertThat(ada.settled(record)).isEqualTo("verified");
    assertThat(ada.read(record, "").response().body()).isEqualTo(right);
  }

  @Test
  void completingAgainAndTogetherIsOneBlob() throws Exception {
    RecordId record = ada.recording();
    byte[] part = bytes(8, 1_000);
    String session = ada.growing(record);
    ada.put(session, 0, part);
    List<Integer> statuses = Crowd.of(6, () -> ada.complete(session, part).status());
    assertThat(statuses).containsOnly(200);
    assertThat(ada.complete(session, bytes(9, 1_000)).code()).isEqualTo("SRV-28");
    assertThat(ada.put(session, 1, part).status()).isEqualTo(404);
  }

  @Test
  void twelveAtOnceForOnePartLeaveOne() throws Exception {
    RecordId record = ada.recording();
    byte[] part = bytes(10, 100_000);
    String session = ada.growing(record);
    assertThat(Crowd.of(12, () -> ada.put(session, 0, part).status())).containsOnly(204);
    assertThat(whole(ada.standing(record), "partsThere")).isEqualTo(1);
    assertThat(ada.complete(session, part).status()).isEqualTo(200);
    assertThat(ada.settled(record)).isEqualTo("verified");
  }

  @Test
  void aStretchIsReadByItself() {
    RecordId record = ada.recording();
    byte[] part = bytes(11, 1_000);
    ada.send(record, part);
    TestHttp.Answer middle = bob.read(record, "bytes=100-199");
    assertThat(middle.status()).isEqualTo(206);
    assertThat(middle.header("Content-Range")).isEqualTo("bytes 100-199/1000");
    assertThat(middle.response().body()).isEqualTo(Arrays.copyOfRange(part, 100, 200));
    assertThat(bob.read(record, "bytes=990-").response().body()).hasSize(10);
    assertThat(bob.read(record, "bytes=-7").response().body())
        .isEqualTo(Arrays.copyOfRange(part, 993, 1_000));
    assertThat(bob.read(record, "bytes=0-99999").response().body()).isEqualTo(part);
    assertThat(bob.read(record, "bytes=1000-").code()).isEqualTo("SRV-54");
    for (String odd : List.of("bytes=5-2", "bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b")) {
      assertThat(bob.read(record, odd).status()).as(odd).isIn(400, 416);
    }
  }

  @Test
  void anEmptyBlobIsVerifiedToo() {
    RecordId record = ada.recording();
    assertThat(ada.send(record).status()).isEqualTo(200);
    assertThat(ada.settled(record)).isEqualTo("verified");
    assertThat(bob.read(record, "").response().body()).isEmpty();
  }

  @Test
  void theManifestIsToldSoThatEveryPartCanBeChecked() {
    RecordId record = ada.recording();
    byte[] part = bytes(12, 1_000);
    assertThat(ada.http().get(path(record) + "/manifest").status()).isEqualTo(404);
    ada.send(record, part);
    Map<String, Value> told = members(bob.http().get(path(record) + "/manifest"));
    assertThat(items(told, "parts")).containsExactly(Value.text(Sha256.hex(part)));
    assertThat(text(told, "blob")).isEqualTo(manifest(part).id());
  }

  @Test
  void aTicketDoesOneThingWithoutSigningIn() {
    RecordId record = ada.recording();
    byte[] part = bytes(13, 1_000);
    String session = ada.growing(record);
    Value wanted =
        new Value.Entries(
            Map.of(
                "index",
                Value.whole(0),
                "sha256",
                Value.text(Sha256.hex(part)),
                "bytes",
                Value.whole(part.length)));
    Map<String, Value> tickets =
        members(
            ada.post(
                "/blobs/v1/sessions/" + session + "/tickets",
                Map.of("parts", new Value.Items(List.of(wanted)))));
    String url = text(((Value.Entries) items(tickets, "tickets").getFirst()).values(), "url");
    assertThat(ada.put(url, "unread", bytes(14, 1_000)).code()).isEqualTo("SRV-50");
    assertThat(ada.put(url, "unread", part).status()).isEqualTo(204);
    assertThat(ada.http().get(url).code()).as("it is for sending").isEqualTo("SRV-53");
    assertThat(ada.complete(session, part).status()).isEqualTo(200);
    String read = text(members(ada.post(path(record) + "/tickets", Map.of())), "url");
    assertThat(ada.http().get(read).response().body()).isEqualTo(part);
    assertThat(ada.http().get(read + "x").code()).isEqualTo("SRV-53");
    assertThat(ada.http().get("/blobs/v1/tickets/a.b").code()).isEqualTo("SRV-53");
  }

  @Test
  void aDeviceThatGivesUpLeavesTheSessionToTheOthers() {
    RecordId record = ada.recording();
    byte[] part = bytes(15, 1_000);
    String session = ada.growing(record);
    bob.growing(record);
    ada.put(session, 0, part);
    assertThat(members(ada.delete(giveUp(session, ada))))
        .containsEntry("over", new Value.Flag(false));
    assertThat(bob.put(session, 0, part).status()).isEqualTo(204);
    assertThat(members(bob.delete(giveUp(session, bob))))
        .containsEntry("over", new Value.Flag(true));
    assertThat(bob.put(session, 0, part).status()).isEqualTo(404);
    assertThat(ada.growing(record)).isNotEqualTo(session);
  }

  private static String giveUp(String session, BlobDevice by) {
    return "/blobs/v1/sessions/" + session + "?device=" + by.device().id();
  }

  @Test
  void whatIsKeptIsNotDeletedWithinItsTime() {
    RecordId record = ada.recording();
    ada.send(record, bytes(16, 1_000));
    assertThat(ada.delete(path(record)).code()).isEqualTo("SRV-52");
    assertThat(ada.settled(record)).isEqualTo("verified");
  }
}
