package dev.throughline.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ideas and scores handed in over HTTP, and what desktops see of them. */
class ProductIT extends ProductRoutes {

  @Test
  void anIdeaThatIsHandedInReachesTheDesktopsAsItWasSaid() {
    TestHttp.Answer answer =
        post(
            "/product/idea",
            key(),
            """
            {"title": "Say the price first", "targetMetric": "Calls", "targetValue": -12.50,
             "estimatedBudget": {"minor": 1250000, "currency": "EUR"}, "status": "discovery"}
            """);
    assertThat(answer.status()).isEqualTo(201);
    RecordId id = RecordId.of(text(members(answer), "id"));
    TestDevice desktop =
        new TestDevice(new TestHttp(TestServers.shared().port(), Encoding.CBOR), "Ines K.");
    Idea seen =
        desktop.pullAll(0).stream()
            .filter(change -> change.record().equals(id))
            .map(change -> Idea.from(id, change.fields()))
            .findFirst()
            .orElseThrow();
    assertThat(seen.title()).isEqualTo("Say the price first");
    assertThat(seen.targetValue().orElseThrow()).isEqualByComparingTo("-12.5");
    assertThat(seen.budget()).contains(new Money(1_250_000, "EUR"));
    assertThat(seen.status().wireName()).isEqualTo("discovery");
  }

  @Test
  void theSameRequestChangesNothingAndAnotherUnderItsKeyIsRefused() {
    String key = key();
    TestHttp.Answer first = post("/product/idea", key, "{\"title\":\"Once\",\"hypothesis\":\"h\"}");
    TestHttp.Answer again =
        post("/product/idea", key, "{ \"hypothesis\": \"h\", \"title\": \"Once\" }");
    TestHttp.Answer other = post("/product/idea", key, "{\"title\":\"Twice\"}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(members(again)).isEqualTo(members(first));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("SRV-27");
    assertThat(
            text(
                members(post("/product/idea", key, "{\"title\":\"Once\",\"hypothesis\":\"h\"}")),
                "title"))
        .isEqualTo("Once");
  }

  @Test
  void aKeyCountsForItsWorkspaceHoweverThatIsNamed() {
    String key = key();
    String workspace =
        new TestDevice(new TestHttp(TestServers.shared().port(), Encoding.CBOR), "Ines K.")
            .hello()
            .workspace()
            .toString();
    String body = "{\"title\":\"Named\"}";
    TestHttp.Answer first = post("/product/idea", key, body);
    assertThat(first.status()).isEqualTo(201);
    for (String path :
        List.of("/product/idea?workspace=" + workspace, "/product/%69dea", "/product/idea?x=1")) {
      TestHttp.Answer again = post(path, key, body);
      assertThat(again.status()).as(path).isEqualTo(200);
      assertThat(members(again)).isEqualTo(members(first));
    }
  }

  @Test
  void aQueryThatIsNoUtf8IsRefused() {
    for (String query : List.of("limit=%ff", "after=%ff", "workspace=%ff", "status=%ff")) {
      TestHttp.Answer answer = http.get("/product/ideas?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
    }
    assertThat(post("/product/idea?workspace=%ff", key(), "{\"title\":\"a\"}").status())
        .isEqualTo(400);
  }

  @Test
  void titlesAreLinesAndOwnFormulasAreNotCalledRice() {
    TestHttp.Answer idea = post("/product/idea", key(), "{\"title\":\"  a\\n\\tb \u200b\"}");
    assertThat(text(members(idea), "title")).isEqualTo("a b");
    assertThat(post("/product/idea", key(), "{\"title\":\"\u200b\"}").status()).isEqualTo(400);
    String score =
        "{\"idea\":\"%s\",\"formula\":\"1/4\",\"inputs\":{}}".formatted(text(members(idea), "id"));
    assertThat(text(members(post("/product/score", key(), score)), "name"))
        .isEqualTo("Own formula");
  }

  @Test
  void manyAtOnceUnderOneKeyMakeOne() {
    String key = key();
    List<CompletableFuture<TestHttp.Answer>> asked = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      asked.add(
          CompletableFuture.supplyAsync(
              () -> post("/product/idea", key, "{\"title\":\"At once\"}")));
    }
    List<TestHttp.Answer> answers = asked.stream().map(CompletableFuture::join).toList();
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 200);
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().map(answer -> text(members(answer), "id")).distinct()).hasSize(1);
  }

  @Test
  void scoresAreExactAndTheNewestCounts() {
    String idea = idea("Scored");
    TestHttp.Answer rice =
        post(
            "/product/score",
            key(),
            """
            {"idea": "%s", "inputs": {"reach": 4000, "impact": "1", "confidence": 50, "effort": "0.3"}}
            """
                .formatted(idea));
    assertThat(rice.status()).isEqualTo(201);
    assertThat(text(members(rice), "result")).startsWith("6666.66666");
    TestHttp.Answer own =
        post(
            "/product/score",
            key(),
            """
            {"idea": "%s", "name": "Own", "formula": "(value + urgency) / cost",
             "inputs": {"value": "0.1", "urgency": "0.2", "cost": 1}}
            """
                .formatted(idea));
    assertThat(text(members(own), "result")).isEqualTo("0.3");
    Map<String, Value> listed = find(idea);
    assertThat(entries(listed.get("score")).get("result")).isEqualTo(Value.text("0.3"));
  }

  private Map<String, Value> find(String id) {
    return pages("/product/ideas?limit=200").stream()
        .filter(idea -> text(idea, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Map<String, Value>> pages(String path) {
    List<Map<String, Value>> all = new ArrayList<>();
    String next = "";
    do {
      Map<String, Value> page = members(http.get(path + (next.isEmpty() ? "" : "&after=" + next)));
      items(page.get("ideas")).forEach(idea -> all.add(entries(idea)));
      next = text(page, "next");
    } while (!next.isEmpty());
    return all;
  }

  @Test
  void pagesListEveryIdeaOnceAndAStatusNarrowsThem() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      made.add(idea("Paged " + i));
    }
    List<String> ids =
        pages("/product/ideas?limit=3").stream().map(idea -> text(idea, "id")).toList();
    assertThat(ids).doesNotHaveDuplicates().containsAll(made).isSorted();
    assertThat(pages("/product/ideas?limit=50&status=retired"))
        .noneMatch(idea -> made.contains(text(idea, "id")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"title\"",
        "{}",
        "{\"title\":\"  \"}",
        "{\"title\":1}",
        "{\"title\":\"a\",\"titel\":\"b\"}",
        "{\"title\":\"a\",\"status\":\"done\"}",
        "{\"title\":\"a\",\"targetValue\":\"much\"}",
        "{\"title\":\"a\",\"estimatedBudget\":{\"minor\":1.5,\"currency\":\"EUR\"}}",
        "{\"title\":\"a\",\"estimatedBudget\":{\"minor\":1,\"currency\":\"euro\"}}",
        "{\"title\":\"a\",\"study\":\"here\"}",
        "{\"title\":\"a\",\"mergedInto\":\"0191a3c0-0000-7000-8000-000000000001\"}",
      })
  void whatIsNoIdeaIsRefusedWithASentence(String body) {
    TestHttp.Answer answer = post("/product/idea", key(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("SRV-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reach\":1}",
        "{\"reach\":1,\"impact\":1,\"confidence\":1,\"effort\":0}",
        "{\"reach\":\"1e9\",\"impact\":1,\"confidence\":1,\"effort\":1}",
        "{\"reach\":true,\"impact\":1,\"confidence\":1,\"effort\":1}",
      })
  void aScoreThatComesToNothingIsRefused(String inputs) {
    String idea = idea("Unscored");
    TestHttp.Answer answer =
        post("/product/score", key(), "{\"idea\":\"%s\",\"inputs\":%s}".formatted(idea, inputs));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(find(idea).get("score")).isEqualTo(Value.NOTHING);
  }

  @Test
  void aScoreOfAnIdeaThatIsNotThereIsNotFound() {
    TestHttp.Answer answer =
        post(
            "/product/score",
            key(),
            "{\"idea\":\"%s\",\"inputs\":{}}".formatted(TestDevice.newRecord()));
    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "has a blank in it"})
  void aRequestWithoutAKeyOfItsOwnIsRefused(String key) {
    HttpRequest.Builder request =
        http.request("/product/idea").header("Content-Type", "application/json");
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    TestHttp.Answer answer =
        http.send(request.POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"a\"}")));
    assertThat(answer.status()).isEqualTo(400);
  }
}
