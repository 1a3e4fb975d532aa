package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestHttp;
import dev.throughline.server.approval.Office;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A handoff on its way, and what other systems ask of it in JSON. */
abstract class RouteDesk extends ReleaseDesk {
  static TestHttp.Answer get(Office who, String path) {
    return who.device.http().send(who.device.http().request(path));
  }

  static TestHttp.Answer post(Office who, String path, String key, String body) {
    return who.device
        .http()
        .send(
            who.device
                .http()
                .request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  static Map<String, Value> members(TestHttp.Answer answer) {
    assertThat(answer.status())
        .as(() -> new String(answer.plain(), StandardCharsets.UTF_8))
        .isIn(200, 201);
    return entries(WireFormat.VALUE.decode(answer.plain(), Encoding.JSON));
  }

  static Map<String, Value> entries(@Nullable Value value) {
    return value instanceof Value.Entries(var its) ? its : Map.of();
  }

  static List<Value> items(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Items(var its) ? its : List.of();
  }

  static String text(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Text(String text) ? text : "";
  }

  TestHttp.Answer reports(Office who, String key, long version, RecordId of, CheckOutcome outcome) {
    String body =
        String.format(
            Locale.ROOT,
            "{\"version\":%d,\"check\":\"%s\",\"outcome\":\"%s\",\"value\":\"41\"}",
            version,
            of,
            outcome.wireName());
    return post(who, "/product/handoff/" + handoff + "/checks", key, body);
  }

  /** A refusal: its status, and a sentence. */
  static void refused(TestHttp.Answer answer, int status, String... words) {
    assertThat(answer.status())
        .as(() -> new String(answer.plain(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    String detail = text(answer.problem(), "detail");
    assertThat(detail).endsWith(".");
    List.of(words).forEach(word -> assertThat(detail).contains(word));
  }
}
