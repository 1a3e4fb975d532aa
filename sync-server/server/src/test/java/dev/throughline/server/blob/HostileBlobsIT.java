package dev.throughline.server.blob;

import static dev.throughline.server.blob.BlobDevice.bytes;
import static dev.throughline.server.blob.BlobDevice.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests nobody sends by accident get a plain refusal and leave everything as it was. */
class HostileBlobsIT {
  private final BlobDevice ada = new BlobDevice(new TestDevice(TestServers.shared().port(), "ada"));
  private final RecordId record = ada.recording();
  private final String session = ada.growing(record);

  private String part(String index) {
    return "/blobs/v1/sessions/" + session + "/parts/" + index;
  }

  private void assertNothingThere() {
    assertThat(BlobDevice.whole(ada.standing(record), "partsThere")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "10000", "10001", "99999999999", "x", "1.5", "0x1", "%2e%2e"})
  void aNumberThatIsNoneIsRefused(String index) {
    byte[] bytes = bytes(1, 100);
    assertThat(ada.put(part(index), digest(bytes), bytes).status()).isIn(400, 404);
    assertNothingThere();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha-256=",
        "sha-256=::",
        "sha-256=:AAAA:",
        "sha-512=:AAAA:",
        "md5=:AAAA:",
        "sha-256=:%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%=:"
      })
  void aDigestThatIsNoneIsRefused(String header) {
    assertThat(ada.put(part("0"), header, bytes(1, 100)).code()).isEqualTo("SRV-01");
    assertNothingThere();
  }

  @Test
  void wrongBytesNoBytesAndTooManyAreRefused() {
    assertThat(ada.put(part("0"), digest(bytes(1, 100)), bytes(2, 100)).code()).isEqualTo("SRV-50");
    assertThat(ada.put(part("0"), digest(new byte[0]), new byte[0]).code()).isEqualTo("SRV-50");
    byte[] long1 = new byte[BlobManifest.PART_BYTES + 1];
    assertThat(ada.put(part("0"), digest(long1), long1).code()).isEqualTo("SRV-02");
    TestHttp.Answer unsaid =
        ada.http()
            .send(
                ada.http()
                    .request(part("0"))
                    .header("Content-Digest", digest(long1))
                    .PUT(
                        HttpRequest.BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(long1))));
    assertThat(unsaid.code()).as("without a length").isEqualTo("SRV-50");
    assertNothingThere();
  }

  @Test
  void aBodyThatNeverEndsIsCutOffAtTheLimit() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", TestServers.shared().port())) {
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(
          ("PUT "
                  + part("0")
                  + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
                  + "Content-Digest: "
                  + digest(bytes(1, 1))
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = new byte[1 << 20];
      String head = Integer.toHexString(chunk.length) + "\r\n";
      for (int i = 0; i < 9; i++) {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(chunk);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
      assertThat(line(socket.getInputStream())).contains(" 400");
    }
    assertNothingThere();
  }

  private static String line(InputStream in) throws Exception {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString();
  }

  @Test
  void aManifestThatIsNoneIsRefused() {
    String one = Sha256.hex(bytes(1, 10));
    List<Map<String, Value>> bodies =
        List.of(
            Map.of(),
            Map.of("size", Value.whole(10)),
            Map.of("size", Value.whole(-1), "parts", new Value.Items(List.of())),
            Map.of("size", Value.whole(10), "parts", new Value.Items(List.of())),
            Map.of("size", Value.whole(0), "parts", texts(1, one)),
            Map.of("size", Value.whole(Long.MAX_VALUE), "parts", texts(1, one)),
            Map.of("size", Value.whole(10), "parts", texts(1, "../../etc/passwd")),
            Map.of(
                "size", Value.whole(10), "parts", texts(1, one.toUpperCase(java.util.Locale.ROOT))),
            Map.of(
                "size",
                Value.whole(10_001L * BlobManifest.PART_BYTES),
                "parts",
                texts(10_001, one)),
            Map.of("size", Value.whole(10), "parts", Value.text(one)),
            Map.of("size", Value.whole(10), "parts", texts(1, one), "mood", Value.text("x")));
    for (Map<String, Value> body : bodies) {
      assertThat(ada.post("/blobs/v1/sessions/" + session + "/complete", body).code())
          .isEqualTo("SRV-01");
    }
    assertThat(ada.http().get(BlobDevice.path(record)).status()).isEqualTo(200);
  }

  private static Value texts(int count, String text) {
    return new Value.Items(Collections.nCopies(count, Value.text(text)));
  }

  @Test
  void aPartThatIsNotOfThePlanIsRefused() {
    byte[] planned = bytes(3, 100);
    ada.open(record, BlobDevice.body(BlobDevice.manifest(planned)));
    assertThat(ada.put(session, 0, bytes(4, 100)).code()).isEqualTo("SRV-50");
    assertThat(ada.put(session, 1, planned).code()).isEqualTo("SRV-50");
    assertNothingThere();
    assertThat(ada.put(session, 0, planned).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/blobs/v1/records/../../x/original",
        "/blobs/v1/records/%2e%2e%2fx/original",
        "/blobs/v1/records/RECORD/..%2foriginal",
        "/blobs/v1/records/RECORD/passwd",
        "/blobs/v1/records/RECORD/original%00",
        "/blobs/v1/tickets/../../../etc/passwd",
        "/blobs/v1/tickets/%2e%2e%2f%2e%2e%2fticket.key",
        "/blobs/v1/sessions/not-an-id"
      })
  void aPathThatLeadsElsewhereLeadsNowhere(String path) {
    String named = path.replace("RECORD", record.toString());
    assertThat(ada.http().get(named).status()).isIn(400, 403, 404);
  }

  @Test
  void whatBelongsToOtherKindsAndWorkspacesIsNotThere() {
    RecordId memo = ada.make("memo", Map.of("notes", "No recording."));
    assertThat(ada.open(memo, Map.of()).code()).isEqualTo("SRV-07");
    assertThat(ada.open(record, Map.of("role", Value.text("../original"))).code())
        .isEqualTo("SRV-01");
    String elsewhere = "?workspace=" + UUID.randomUUID();
    assertThat(ada.http().get(BlobDevice.path(record) + elsewhere).code()).isEqualTo("SRV-11");
    assertThat(ada.http().get("/blobs/v1/sessions/" + session + elsewhere).code())
        .isEqualTo("SRV-11");
    assertThat(ada.put(part("0") + elsewhere, digest(bytes(5, 9)), bytes(5, 9)).code())
        .isEqualTo("SRV-11");
  }

  @Test
  void aHoldTakesPeopleWhoSignIn() {
    assertThat(ada.http().get("/blobs/v1/holds").code()).isEqualTo("SRV-26");
  }

  @Test
  void whoOpensSessionsWithoutEndTakesTheRoomOfNobodyElse() {
    BlobDevice eager = new BlobDevice(new TestDevice(TestServers.shared().port(), "eager"));
    RecordId interview = eager.make("interview", Map.of("title", "At the door"));
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < Uploads.OPEN_OF_ONE_MAX; i++) {
      opened.add(eager.growing(eager.recording(interview)));
    }
    RecordId more = eager.recording(interview);
    assertThat(eager.open(more, Map.of()).status()).isEqualTo(503);
    assertThat(ada.open(ada.recording(), Map.of()).status()).isEqualTo(201);
    assertThat(ada.open(more, Map.of()).status()).as("by whoever has room").isEqualTo(201);
    for (String one : opened) {
      String path = "/blobs/v1/sessions/" + one + "?device=" + eager.device().id();
      assertThat(eager.delete(path).status()).isEqualTo(200);
    }
    assertThat(eager.open(eager.recording(interview), Map.of()).status()).isEqualTo(201);
  }
}
