package dev.throughline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireSamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

class OpenApiIT {
  private static final Map<String, String> SCHEMAS =
      Map.ofEntries(
          Map.entry("hello", "Hello"),
          Map.entry("hello-to-workspace", "Hello"),
          Map.entry("welcome", "Welcome"),
          Map.entry("welcome-signed-in", "Welcome"),
          Map.entry("push", "Push"),
          Map.entry("push-of-sets", "Push"),
          Map.entry("push-answer", "PushAnswer"),
          Map.entry("pull-answer", "PullAnswer"),
          Map.entry("record-history", "RecordHistory"),
          Map.entry("workspace-list", "WorkspaceList"),
          Map.entry("welcome-to-kernel", "Welcome"),
          Map.entry("new-workspace", "NewWorkspace"),
          Map.entry("device-list", "DeviceList"));

  /** Golden parts of messages; their schemas are checked inside the messages. */
  private static final Set<String> PARTS = Set.of("op", "op-outcome", "value");

  private final Map<String, Object> document = read();

  @Test
  void theDocumentNamesEveryRouteAndNoOther() {
    RequestMappingHandlerMapping mapping =
        TestServers.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    TreeSet<String> served = new TreeSet<>();
    mapping.getHandlerMethods().forEach((info, _) -> routes(info).forEach(served::add));
    TreeSet<String> documented = new TreeSet<>();
    Schemas.members(document.get("paths"))
        .forEach(
            (path, methods) ->
                Schemas.members(methods)
                    .keySet()
                    .forEach(method -> documented.add(method + " " + path)));
    assertThat(documented).isEqualTo(served).isNotEmpty();
  }

  @Test
  void everyMessageHasExactlyTheMembersOfItsSchema() {
    Schemas schemas = new Schemas(document);
    List<String> problems = new ArrayList<>();
    for (WireSamples.Sample<?> sample : WireSamples.all()) {
      if (PARTS.contains(sample.name())) {
        continue;
      }
      Object message = new Yaml().load(json(sample));
      String schema = Objects.requireNonNull(SCHEMAS.get(sample.name()), sample.name());
      problems.addAll(schemas.problems(schema, message));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void aMemberTheSchemaLacksIsNoticed() {
    assertThat(new Schemas(document).problems("HeadHint", Map.of("workspace", "x", "mood", 1)))
        .containsExactlyInAnyOrder("HeadHint lacks head", "HeadHint.mood is not in the schema");
  }

  @Test
  void theDocumentIsServed() {
    TestHttp http = new TestHttp(TestServers.shared().port(), Encoding.JSON);
    TestHttp.Answer answer = http.send(http.request("/openapi.yaml"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.plain(), StandardCharsets.UTF_8)).startsWith("openapi: 3.1");
  }

  private static <T> String json(WireSamples.Sample<T> sample) {
    return new String(
        sample.codec().encode(sample.message(), Encoding.JSON), StandardCharsets.UTF_8);
  }

  private static Stream<String> routes(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .filter(path -> !path.equals("/error"))
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> method.name().toLowerCase(java.util.Locale.ROOT) + " " + path));
  }

  private static Map<String, Object> read() {
    try (InputStream in = OpenApiIT.class.getResourceAsStream("/static/openapi.yaml")) {
      return Schemas.members(new Yaml().load(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
