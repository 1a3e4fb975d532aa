package dev.throughline.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to the product routes, and what comes back. */
abstract class ProductRoutes {
  final TestHttp http = new TestHttp(TestServers.shared().port(), Encoding.JSON);

  TestHttp.Answer post(String path, String key, String body) {
    return http.send(
        http.request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  static Map<String, Value> members(TestHttp.Answer answer) {
    Value body = WireFormat.VALUE.decode(answer.plain(), Encoding.JSON);
    assertThat(body)
        .as(new String(answer.plain(), StandardCharsets.UTF_8))
        .isInstanceOf(Value.Entries.class);
    return ((Value.Entries) body).values();
  }

  static Map<String, Value> entries(@Nullable Value value) {
    return value instanceof Value.Entries(var members) ? members : Map.of();
  }

  static List<Value> items(@Nullable Value value) {
    return value instanceof Value.Items(var all) ? all : List.of();
  }

  static String text(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Text(String text) ? text : "";
  }

  String idea(String title) {
    TestHttp.Answer answer = post("/product/idea", key(), "{\"title\":\"%s\"}".formatted(title));
    assertThat(answer.status()).isEqualTo(201);
    return text(members(answer), "id");
  }

  static int count(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Items(var items) ? items.size() : -1;
  }
}
