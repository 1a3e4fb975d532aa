package dev.throughline.server.blob;

import static dev.throughline.server.blob.BlobDevice.body;
import static dev.throughline.server.blob.BlobDevice.bytes;
import static dev.throughline.server.blob.BlobDevice.digest;
import static dev.throughline.server.blob.BlobDevice.items;
import static dev.throughline.server.blob.BlobDevice.manifest;
import static dev.throughline.server.blob.BlobDevice.members;
import static dev.throughline.server.blob.BlobDevice.text;
import static dev.throughline.server.blob.BlobDevice.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that was cut off goes on where it was cut; what is stored is what its digest says. */
class ResumedPartsIT {
  private static final int LENGTH = 300_000;
  private static final byte[] PART = bytes(21, LENGTH);

  private final int port = TestServers.shared().port();
  private final BlobDevice ada = new BlobDevice(new TestDevice(port, "ada"));
  private final RecordId record = ada.recording();
  private final String session = ada.growing(record);

  private String path(int index) {
    return "/blobs/v1/sessions/" + session + "/parts/" + index;
  }

  /** Sends the head of a request for a part and some of its bytes. */
  private static Socket begin(int port, String path, String headers, byte[] bytes, int from, int to)
      throws Exception {
    Socket socket = new Socket("127.0.0.1", port);
    OutputStream out = socket.getOutputStream();
    String head = "PUT " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, from, to - from);
    out.flush();
    return socket;
  }

  private static String wholeHead(byte[] part) {
    return "Content-Length: " + part.length + "\r\nContent-Digest: " + digest(part);
  }

  private static String restHead(byte[] part, int from) {
    return "Content-Length: "
        + (part.length - from)
        + "\r\nRepr-Digest: "
        + digest(part)
        + "\r\nContent-Range: "
        + range(part.length, from);
  }

  private static String range(int length, int from) {
    return from == length
        ? "bytes */" + length
        : "bytes " + from + "-" + (length - 1) + "/" + length;
  }

  /** Cut off after so many bytes of the part, and noticed by the server. */
  private void cut(int index, byte[] part, int from, int to) throws Exception {
    String head = from == 0 ? wholeHead(part) : restHead(part, from);
    begin(port, path(index), head, part, from, to).close();
    awaitBegun(index, part, to);
  }

  private void awaitBegun(int index, byte[] part, int bytes) {
    for (int i = 0; i < 2_000 && begun(index, part) != bytes; i++) {
      Thread.onSpinWait();
    }
    assertThat(begun(index, part)).isEqualTo(bytes);
  }

  private long begun(int index, byte[] part) {
    return begun(ada.http(), index, part);
  }

  private long begun(TestHttp at, int index, byte[] part) {
    return items(members(at.get("/blobs/v1/sessions/" + session)), "begun").stream()
        .map(one -> ((Value.Entries) one).values())
        .filter(one -> whole(one, "index") == index && text(one, "sha256").equals(hex(part)))
        .mapToLong(one -> whole(one, "bytes"))
        .sum();
  }

  private static String hex(byte[] part) {
    return Sha256.hex(part);
  }

  private TestHttp.Answer rest(int index, byte[] part, int from) {
    return rest(ada.http(), index, part, from, range(part.length, from));
  }

  private TestHttp.Answer rest(TestHttp at, int index, byte[] part, int from, String range) {
    byte[] rest = Arrays.copyOfRange(part, from, part.length);
    return at.send(
        at.request(path(index))
            .header("Repr-Digest", digest(part))
            .header("Content-Range", range)
            .PUT(rest.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(rest)));
  }

  private void assertStored(byte[]... parts) {
    assertThat(ada.complete(session, parts).status()).isEqualTo(200);
    assertThat(ada.settled(record)).isEqualTo("verified");
  }

  @Test
  void cutAtAnyPlaceOnlyTheRestIsSent() throws Exception {
    Random dice = new Random(5);
    for (int index = 0; index < 5; index++) {
      int first = dice.nextInt(LENGTH - 1) + 1;
      int second = first + dice.nextInt(LENGTH - first);
      cut(index, PART, 0, first);
      cut(index, PART, first, second);
      assertThat(rest(index, PART, second).status()).isEqualTo(204);
      assertThat(begun(index, PART)).isZero();
    }
    assertThat(whole(ada.standing(record), "bytesThere")).isEqualTo(5L * LENGTH);
  }

  @Test
  void theSessionTellsSoWhoeverOpensItAndTheWholeIsReadBack() throws Exception {
    cut(0, PART, 0, 123_456);
    TestHttp.Answer again = ada.open(record, body(manifest(PART)));
    assertThat(items(members(again), "begun"))
        .containsExactly(
            new Value.Entries(
                Map.of(
                    "index",
                    Value.whole(0),
                    "bytes",
                    Value.whole(123_456),
                    "sha256",
                    Value.text(hex(PART)))));
    assertThat(whole(ada.standing(record), "partsThere")).as("it is not there").isZero();
    assertThat(rest(0, PART, 123_456).status()).isEqualTo(204);
    assertStored(PART);
    assertThat(ada.read(record, "").response().body()).isEqualTo(PART);
  }

  @Test
  void whatCameWrongIsThrownAwayAndSentFromTheBegin() throws Exception {
    byte[] wrong = PART.clone();
    wrong[50_000] ^= 1;
    begin(port, path(0), wholeHead(PART), wrong, 0, 100_000).close();
    awaitBegun(0, PART, 100_000);
    assertThat(rest(0, PART, 100_000).code()).isEqualTo("SRV-50");
    assertThat(begun(0, PART)).isZero();
    assertThat(rest(0, PART, 100_000).code()).as("nothing to go on from").isEqualTo("SRV-50");
    assertThat(ada.put(session, 0, PART).status()).isEqualTo(204);
    assertStored(PART);
  }

  @Test
  void aGapIsRefusedAndAnOverlapIsSentAgain() throws Exception {
    cut(0, PART, 0, 100_000);
    assertThat(rest(0, PART, 100_001).code()).isEqualTo("SRV-50");
    assertThat(begun(0, PART)).isEqualTo(100_000);
    assertThat(rest(0, PART, 60_000).status()).isEqualTo(204);
    assertStored(PART);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes */*",
        "bytes 100000-299999/*",
        "bytes 100000-299999/299999",
        "bytes 100000-299999/300001",
        "bytes 100000-299998/300000",
        "bytes 99999-299999/300000",
        "bytes 100001-299999/300000",
        "bytes 300000-299999/300000",
        "bytes 400000-299999/300000",
        "bytes */300000",
        "bytes */0",
        "bytes 8288609-8488608/8488609",
        "bytes 99999999999-299999/300000",
        "bytes -1-299999/300000",
        "lines 100000-299999/300000"
      })
  void aRangeThatLiesIsRefusedAndChangesNothing(String range) throws Exception {
    cut(0, PART, 0, 100_000);
    assertThat(rest(ada.http(), 0, PART, 100_000, range).code()).isEqualTo("SRV-01");
    assertThat(begun(0, PART)).isEqualTo(100_000);
    assertThat(rest(0, PART, 100_000).status()).isEqualTo(204);
  }

  @Test
  void theRestNamesTheDigestOfTheWholePart() throws Exception {
    cut(0, PART, 0, 100_000);
    TestHttp.Answer other =
        ada.http()
            .send(
                ada.http()
                    .request(path(0))
                    .header("Content-Digest", digest(PART))
                    .header("Content-Range", range(LENGTH, 100_000))
                    .PUT(BodyPublishers.ofByteArray(Arrays.copyOfRange(PART, 100_000, LENGTH))));
    assertThat(other.code()).isEqualTo("SRV-01");
    assertThat(rest(0, PART, 100_000).status()).isEqualTo(204);
  }

  @Test
  void whatIsAllThereIsStoredWithoutSendingMore() throws Exception {
    byte[] length = (Integer.toHexString(LENGTH) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] unended = Arrays.copyOf(length, length.length + LENGTH);
    System.arraycopy(PART, 0, unended, length.length, LENGTH);
    String head = "Transfer-Encoding: chunked\r\nContent-Digest: " + digest(PART);
    begin(port, path(0), head, unended, 0, unended.length).close();
    awaitBegun(0, PART, LENGTH);
    assertThat(rest(1, PART, LENGTH).code()).as("of another part nothing is").isEqualTo("SRV-50");
    assertThat(rest(0, PART, LENGTH).status()).isEqualTo(204);
    assertStored(PART);
  }

  @Test
  void whoNeverGoesOnSendsItWhole() throws Exception {
    cut(0, PART, 0, 200_000);
    assertThat(ada.put(session, 0, PART).status()).isEqualTo(204);
    assertThat(begun(0, PART)).isZero();
    assertStored(PART);
  }

  @Test
  void whoGoesOnNeedNotWaitForTheConnectionThatDied() throws Exception {
    try (Socket silent = begin(port, path(0), wholeHead(PART), PART, 0, 150_000)) {
      awaitBegun(0, PART, 150_000);
      assertThat(rest(0, PART, 150_000).status()).isEqualTo(204);
      assertThat(silent.isClosed()).isFalse();
    }
    assertStored(PART);
  }

  @Test
  void twoWhoSendOtherBytesForOnePartDoNotMixThem() throws Exception {
    byte[] other = bytes(22, LENGTH);
    try (Socket first = begin(port, path(0), wholeHead(PART), PART, 0, 150_000);
        Socket second = begin(port, path(0), wholeHead(other), other, 0, 200_000)) {
      awaitBegun(0, PART, 150_000);
      awaitBegun(0, other, 200_000);
      assertThat(rest(0, PART, 200_000).code()).isEqualTo("SRV-50");
      assertThat(rest(0, PART, 150_000).status()).isEqualTo(204);
      assertThat(List.of(first.isClosed(), second.isClosed())).containsOnly(false);
    }
    assertStored(PART);
  }

  @Test
  void manyWhoGoOnWithOnePartAtOnceLeaveOne() throws Exception {
    cut(0, PART, 0, 150_000);
    List<Integer> statuses = Crowd.of(8, () -> rest(0, PART, 150_000).status());
    assertThat(statuses).contains(204).isSubsetOf(204, 400, 503);
    assertStored(PART);
  }

  @Test
  void anotherServerOrOneThatStartedAnewHasNothingOfIt() throws Exception {
    cut(0, PART, 0, 100_000);
    try (SyncServer.Running another = TestServers.another()) {
      TestHttp there = new TestDevice(another.port(), "ada").http();
      assertThat(begun(there, 0, PART)).isZero();
      assertThat(rest(there, 0, PART, 100_000, range(LENGTH, 100_000)).code()).isEqualTo("SRV-50");
      BlobDevice elsewhere = new BlobDevice(new TestDevice(another.port(), "ada"));
      assertThat(elsewhere.put(session, 0, PART).status()).isEqualTo(204);
    }
    assertStored(PART);
  }

  @Test
  void whereNoRoomIsLeftAPartIsSentWhole() throws Exception {
    try (SyncServer.Running small =
        TestServers.another(Map.of("throughline.blobs.begun.parts", "1"))) {
      TestHttp there = new TestDevice(small.port(), "ada").http();
      BlobDevice device = new BlobDevice(new TestDevice(small.port(), "ada"));
      try (Socket first = begin(small.port(), path(0), wholeHead(PART), PART, 0, 100_000)) {
        for (int i = 0; i < 2_000 && begun(there, 0, PART) != 100_000; i++) {
          Thread.onSpinWait();
        }
        assertThat(device.put(session, 1, PART).status()).isEqualTo(204);
        assertThat(begun(there, 0, PART)).isEqualTo(100_000);
        assertThat(first.isClosed()).isFalse();
      }
      assertThat(rest(there, 0, PART, 100_000, range(LENGTH, 100_000)).status()).isEqualTo(204);
    }
    assertThat(whole(ada.standing(record), "partsThere")).isEqualTo(2);
  }

  @Test
  void aSessionThatIsOverTakesNothingAndKeepsNothing() throws Exception {
    cut(0, PART, 0, 100_000);
    ada.delete("/blobs/v1/sessions/" + session + "?device=" + ada.device().id());
    assertThat(rest(0, PART, 100_000).code()).isEqualTo("SRV-07");
    assertThat(begun(0, PART)).isZero();
    String next = ada.growing(record);
    assertThat(next).isNotEqualTo(session);
    assertThat(items(members(ada.http().get("/blobs/v1/sessions/" + next)), "begun")).isEmpty();
  }

  @Test
  void byTicketAPartIsSentWhole() {
    Value wanted =
        new Value.Entries(
            Map.of(
                "index",
                Value.whole(0),
                "sha256",
                Value.text(hex(PART)),
                "bytes",
                Value.whole(LENGTH)));
    Map<String, Value> tickets =
        members(
            ada.post(
                "/blobs/v1/sessions/" + session + "/tickets",
                Map.of("parts", new Value.Items(List.of(wanted)))));
    String url = text(((Value.Entries) items(tickets, "tickets").getFirst()).values(), "url");
    TestHttp.Answer answer =
        ada.http()
            .send(
                ada.http()
                    .request(url)
                    .header("Content-Range", range(LENGTH, 0))
                    .PUT(BodyPublishers.ofByteArray(PART)));
    assertThat(answer.code()).isEqualTo("SRV-01");
  }
}
