package dev.throughline.server.blob;

import static dev.throughline.server.blob.BlobDevice.bytes;
import static dev.throughline.server.blob.BlobDevice.items;
import static dev.throughline.server.blob.BlobDevice.members;
import static dev.throughline.server.blob.BlobDevice.path;
import static dev.throughline.server.blob.BlobDevice.text;
import static dev.throughline.server.blob.BlobDevice.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import dev.throughline.server.blob.hold.HoldRounds;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.BlobVersion;
import dev.throughline.server.blob.store.StorePlace;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds, set and ended by two people, over HTTP with real tokens. */
class HoldsIT extends BlobTeam {
  private final BlobDevice ada = device("Ada", "Researcher");
  private final BlobDevice lea = device("Lea", "LegalReviewer");
  private final BlobDevice pia = device("Pia", "PrivacyOfficer");

  HoldsIT() throws Exception {}

  private static TestHttp.Answer propose(BlobDevice by, String scope, RecordId record) {
    return propose(by, scope, record, UUID.randomUUID().toString());
  }

  private static TestHttp.Answer propose(BlobDevice by, String scope, RecordId record, String key) {
    Value body =
        new Value.Entries(
            Map.of(
                "matter",
                Value.text("M-17"),
                "reason",
                Value.text("A complaint was announced"),
                "scope",
                Value.text(scope),
                "record",
                Value.text(record.toString())));
    return by.http()
        .send(
            by.http()
                .request("/blobs/v1/holds")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        WireFormat.VALUE.encode(body, Encoding.JSON))));
  }

  private static TestHttp.Answer step(BlobDevice by, String hold, String step) {
    return by.post("/blobs/v1/holds/" + hold + "/" + step, Map.of());
  }

  private String confirmed(String scope, RecordId record) {
    String hold = text(members(propose(lea, scope, record)), "id");
    assertThat(text(members(step(pia, hold, "confirm")), "state")).isEqualTo("active");
    return hold;
  }

  private void release(String hold) {
    assertThat(text(members(step(lea, hold, "release")), "state")).isEqualTo("releasing");
    assertThat(text(members(step(pia, hold, "release")), "state")).isEqualTo("released");
  }

  private static BlobStore store() {
    return TestServers.beans(server, StorePlace.class).iterator().next().get();
  }

  private BlobVersion version(RecordId record) {
    BlobKey key = new BlobKey(ada.device().hello().workspace(), record, "original");
    return store().versions(key).getLast();
  }

  private boolean isHeld(RecordId record) {
    return store().find(version(record)).orElseThrow().isHeld();
  }

  @ParameterizedTest
  @ValueSource(strings = {"participant", "interview", "recording", "study"})
  void aHoldCoversWhatIsThereAndWhatComesLater(String scope) throws Exception {
    Place place = Place.by(ada, "");
    RecordId first = ada.recording(place.interview());
    ada.send(first, bytes(1, 1_000));
    ada.settled(first);
    RecordId of =
        switch (scope) {
          case "participant" -> place.participant();
          case "interview" -> place.interview();
          case "study" -> place.study();
          default -> first;
        };
    String hold = confirmed(scope, of);
    assertThat(isHeld(first)).isTrue();
    RecordId second = ada.recording(place.interview());
    ada.send(second, bytes(2, 1_000));
    assertThat(isHeld(second)).isEqualTo(!scope.equals("recording"));
    RecordId elsewhere = ada.recording(Place.by(ada, "").interview());
    ada.send(elsewhere, bytes(3, 1_000));
    assertThat(isHeld(elsewhere)).isFalse();
    CLOCK.pass(Duration.ofDays(200));
    BlobDevice later = device("Ada", "Researcher");
    assertThat(later.delete(path(first)).code()).isEqualTo("SRV-52");
    release(hold);
    assertThat(isHeld(first)).isFalse();
    assertThat(later.delete(path(first)).status()).isEqualTo(200);
  }

  @Test
  void itTakesTwoPeopleToSetAndTwoToEnd() throws Exception {
    RecordId record = ada.recording(Place.by(ada, "").interview());
    ada.send(record, bytes(4, 1_000));
    String hold = text(members(propose(lea, "recording", record)), "id");
    assertThat(isHeld(record)).as("one alone holds nothing").isFalse();
    assertThat(step(lea, hold, "confirm").code()).isEqualTo("SRV-28");
    Map<String, Value> active = members(step(pia, hold, "confirm"));
    assertThat(whole(active, "objects")).isEqualTo(1);
    assertThat(text(active, "confirmedBy")).isEqualTo(person(pia).toString());
    assertThat(step(lea, hold, "withdraw").code()).isEqualTo("SRV-28");
    assertThat(text(members(step(pia, hold, "release")), "state")).isEqualTo("releasing");
    assertThat(isHeld(record)).as("it counts still").isTrue();
    assertThat(step(pia, hold, "release").code()).isEqualTo("SRV-28");
    assertThat(text(members(step(lea, hold, "release")), "state")).isEqualTo("released");
    assertThat(isHeld(record)).isFalse();
    assertThat(step(pia, hold, "confirm").code()).isEqualTo("SRV-28");
    assertThat(GrantedBlobsIT.events(ada, "hold.released", new RecordId(UUID.fromString(hold))))
        .hasSize(1);
  }

  @Test
  void whatWasCoveredStaysCoveredWhereverItIsMoved() throws Exception {
    Place place = Place.by(ada, "");
    RecordId record = ada.recording(place.interview());
    ada.send(record, bytes(5, 1_000));
    String hold = confirmed("interview", place.interview());
    String other = Place.by(ada, "").interview().toString();
    long seen = ada.device().hello().head();
    ada.device().send(ada.device().put(record, "recording", seen, "interview", other));
    CLOCK.pass(Duration.ofDays(200));
    assertThat(device("Ada", "Researcher").delete(path(record)).code()).isEqualTo("SRV-52");
    release(hold);
  }

  @Test
  void oneOfTwoHoldsThatEndsLeavesTheOther() throws Exception {
    Place place = Place.by(ada, "");
    RecordId record = ada.recording(place.interview());
    ada.send(record, bytes(6, 1_000));
    String one = confirmed("interview", place.interview());
    String two = confirmed("study", place.study());
    release(one);
    assertThat(isHeld(record)).isTrue();
    release(two);
    assertThat(isHeld(record)).isFalse();
  }

  @Test
  void onlyTheirKeepersSeeAndSetHolds() throws Exception {
    RecordId record = ada.recording(Place.by(ada, "").interview());
    for (BlobDevice other : List.of(ada, device("Kim", "KeyAdmin"), device("Pam", "Approver"))) {
      assertThat(propose(other, "recording", record).code()).isEqualTo("SRV-26");
      assertThat(other.http().get("/blobs/v1/holds").code()).isEqualTo("SRV-26");
    }
    assertThat(step(lea, UUID.randomUUID().toString(), "confirm").code()).isEqualTo("SRV-07");
    assertThat(propose(lea, "mood", record).code()).isEqualTo("SRV-01");
  }

  @Test
  void theSameWishAgainIsTheSameHoldAndListsShowIt() {
    RecordId any = new RecordId(UUID.randomUUID());
    String key = UUID.randomUUID().toString();
    TestHttp.Answer first = propose(lea, "study", any, key);
    TestHttp.Answer again = propose(lea, "study", any, key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(propose(lea, "interview", any, key).code()).isEqualTo("SRV-28");
    String id = text(members(first), "id");
    Map<String, Value> list = members(pia.http().get("/blobs/v1/holds?limit=200"));
    assertThat(items(list, "holds")).anyMatch(hold -> hold.toString().contains(id));
    assertThat(text(members(step(pia, id, "withdraw")), "state")).isEqualTo("withdrawn");
    assertThat(step(pia, id, "confirm").code()).isEqualTo("SRV-28");
  }

  @Test
  void driftIsToldAndMendedTowardsHolding() throws Exception {
    Place place = Place.by(ada, "");
    RecordId held = ada.recording(place.interview());
    RecordId free = ada.recording(place.interview());
    ada.send(held, bytes(7, 1_000));
    ada.send(free, bytes(8, 1_000));
    String hold = confirmed("recording", held);
    HoldRounds rounds = TestServers.beans(server, HoldRounds.class).iterator().next();
    store().hold(version(held), false);
    store().hold(version(free), true);
    rounds.go(store());
    assertThat(isHeld(held)).isTrue();
    assertThat(isHeld(free)).as("nothing is let go by itself").isTrue();
    assertThat(figure("{is=\"mended\"}")).isEqualTo(1);
    assertThat(figure("{is=\"unknown\"}")).isEqualTo(1);
    store().hold(version(free), false);
    rounds.go(store());
    assertThat(figure("{is=\"mended\"}") + figure("{is=\"unknown\"}")).isZero();
    release(hold);
  }

  private static double figure(String labels) {
    TestHttp http = new TestHttp(server.port(), Encoding.JSON);
    String text =
        new String(http.send(http.request("/actuator/prometheus")).plain(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.startsWith("throughline_blob_hold_drift" + labels))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }
}
