package dev.throughline.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A device of a test that records and sends what it recorded. */
final class BlobDevice {
  private final TestDevice device;

  BlobDevice(TestDevice device) {
    this.device = device;
  }

  TestDevice device() {
    return device;
  }

  TestHttp http() {
    return device.http();
  }

  static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static BlobManifest manifest(byte[]... parts) {
    return new BlobManifest(
        Arrays.stream(parts).mapToLong(part -> part.length).sum(),
        Arrays.stream(parts).map(Sha256::hex).toList());
  }

  RecordId make(String kind, Map<String, String> fields) {
    RecordId id = TestDevice.newRecord();
    Map<String, FieldChange> puts = new HashMap<>();
    fields.forEach((name, text) -> puts.put(name, FieldChange.put(Value.text(text))));
    assertThat(device.send(device.edit(id, kind, 0, puts))).isInstanceOf(Outcome.Applied.class);
    return id;
  }

  /** An interview of a study, and a recording in it. */
  RecordId recording(RecordId interview) {
    return make("recording", Map.of("interview", interview.toString(), "state", "recording"));
  }

  RecordId recording() {
    return recording(make("interview", Map.of("title", "At the door")));
  }

  TestHttp.Answer open(RecordId record, Map<String, Value> more) {
    Map<String, Value> body = new TreeMap<>(more);
    body.put("record", Value.text(record.toString()));
    body.putIfAbsent("role", Value.text("original"));
    body.put("device", Value.text(device.id().toString()));
    return post("/blobs/v1/sessions", body);
  }

  /** Opens a session that grows; its id. */
  String growing(RecordId record) {
    return text(members(open(record, Map.of())), "session");
  }

  TestHttp.Answer post(String path, Map<String, Value> body) {
    return http().post(path, WireFormat.VALUE, new Value.Entries(body));
  }

  TestHttp.Answer delete(String path) {
    return http().send(http().request(path).DELETE());
  }

  TestHttp.Answer put(String session, int index, byte[] part) {
    return put("/blobs/v1/sessions/" + session + "/parts/" + index, digest(part), part);
  }

  TestHttp.Answer put(String path, String digest, byte[] part) {
    return http()
        .send(
            http()
                .request(path)
                .header("Content-Digest", digest)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(part)));
  }

  /** Sends what is left of a part of which so many bytes came before. */
  TestHttp.Answer rest(String session, int index, byte[] part, int from) {
    String range = "bytes " + from + "-" + (part.length - 1) + "/" + part.length;
    return http()
        .send(
            http()
                .request("/blobs/v1/sessions/" + session + "/parts/" + index)
                .header("Repr-Digest", digest(part))
                .header("Content-Range", range)
                .PUT(
                    HttpRequest.BodyPublishers.ofByteArray(
                        Arrays.copyOfRange(part, from, part.length))));
  }

  static String digest(byte[] part) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(part)) + ":";
  }

  static Map<String, Value> body(BlobManifest manifest) {
    return Map.of(
        "size",
        Value.whole(manifest.size()),
        "parts",
        new Value.Items(manifest.parts().stream().map(Value::text).toList()));
  }

  TestHttp.Answer complete(String session, byte[]... parts) {
    return post("/blobs/v1/sessions/" + session + "/complete", body(manifest(parts)));
  }

  /** Sends everything; answers what completing it did. */
  TestHttp.Answer send(RecordId record, byte[]... parts) {
    String session = growing(record);
    for (int i = 0; i < parts.length; i++) {
      assertThat(put(session, i, parts[i]).status()).isEqualTo(204);
    }
    return complete(session, parts);
  }

  static String path(RecordId record) {
    return "/blobs/v1/records/" + record + "/original";
  }

  Map<String, Value> standing(RecordId record) {
    return members(http().get(path(record)));
  }

  /** Waits for what the server finds when it reads back; it asks again, which takes its time. */
  String settled(RecordId record) {
    for (int i = 0; i < 2_000; i++) {
      String state = text(standing(record), "state");
      if (!state.equals("complete")) {
        return state;
      }
    }
    return "complete";
  }

  TestHttp.Answer read(RecordId record, String range) {
    HttpRequest.Builder request = http().request(path(record) + "/content");
    return http().send(range.isEmpty() ? request : request.header("Range", range));
  }

  static Map<String, Value> members(TestHttp.Answer answer) {
    assertThat(answer.status())
        .as(() -> new String(answer.plain(), java.nio.charset.StandardCharsets.UTF_8))
        .isBetween(200, 201);
    Value body =
        WireFormat.VALUE.decode(
            answer.plain(),
            answer.header("Content-Type").equals("application/json")
                ? dev.throughline.model.wire.Encoding.JSON
                : dev.throughline.model.wire.Encoding.CBOR);
    return ((Value.Entries) body).values();
  }

  static String text(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Text(String text) ? text : "";
  }

  static long whole(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Whole(long number) ? number : -1;
  }

  static List<Value> items(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Items(var items) ? items : List.of();
  }
}
