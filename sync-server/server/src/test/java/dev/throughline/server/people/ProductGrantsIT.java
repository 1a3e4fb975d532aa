package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ideas over HTTP under the rights of whoever asks: the same as on the desktops. */
class ProductGrantsIT extends GrantedTeam {
  private static TestHttp.Answer post(TestHttp http, String path, String body) {
    return post(http, path, UUID.randomUUID().toString(), body);
  }

  private static TestHttp.Answer post(TestHttp http, String path, String key, String body) {
    return http.send(
        http.request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String body(TestHttp.Answer answer) {
    return new String(answer.plain(), StandardCharsets.UTF_8);
  }

  private static String ideas(TestHttp http) {
    TestHttp.Answer answer =
        http.send(http.request("/product/ideas?limit=200").header("Accept", "application/json"));
    assertThat(answer.status()).as(body(answer)).isEqualTo(200);
    return body(answer);
  }

  private static RecordId study(TestDevice by) {
    RecordId study = TestDevice.newRecord();
    Outcome made =
        by.send(
            by.edit(study, "study", 0, Map.of("title", FieldChange.put(Value.text("Letters")))));
    assertThat(made).isInstanceOf(Outcome.Applied.class);
    return study;
  }

  @Test
  void anIdeaOfAStudyIsSeenAndScoredByThoseWithAccessAlone() throws Exception {
    TestDevice ana = device("Ana", "ProductManager");
    TestDevice ben = device("Ben", "ProductManager");
    RecordId study = study(ana);
    TestHttp.Answer made =
        post(
            ana.http(),
            "/product/idea",
            "{\"title\":\"Planted 4711\",\"study\":\"%s\"}".formatted(study));
    assertThat(made.status()).as(body(made)).isEqualTo(201);
    assertThat(body(made)).contains(person("Ana").orElseThrow().toString());
    String id = body(made).replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(ideas(ana.http())).contains("Planted 4711");
    assertThat(ideas(ben.http())).doesNotContain("Planted 4711");
    String score =
        "{\"idea\":\"%s\",\"inputs\":{\"reach\":1,\"impact\":1,\"confidence\":1,\"effort\":1}}"
            .formatted(id);
    assertThat(post(ben.http(), "/product/score", score).status()).isEqualTo(404);

    grant(ana, person("Ben"), Optional.of(study), Level.OPEN);
    assertThat(ideas(ben.http())).contains("Planted 4711");
    assertThat(post(ben.http(), "/product/score", score).status()).isEqualTo(201);

    grant(ana, person("Ben"), Optional.of(study), Level.NONE);
    assertThat(ideas(ben.http())).doesNotContain("Planted 4711");
    assertThat(post(ben.http(), "/product/score", score).status()).isEqualTo(404);
  }

  @Test
  void aRequestThatIsRepeatedAfterAccessEndedTellsNothing() throws Exception {
    TestDevice ana = device("Ana", "ProductManager");
    TestDevice ben = device("Ben", "ProductManager");
    RecordId study = study(ana);
    grant(ana, person("Ben"), Optional.of(study), Level.OPEN);
    String key = UUID.randomUUID().toString();
    String body = "{\"title\":\"Bens\",\"study\":\"%s\"}".formatted(study);
    TestHttp.Answer made = post(ben.http(), "/product/idea", key, body);
    assertThat(made.status()).as(body(made)).isEqualTo(201);
    RecordId idea = RecordId.of(body(made).replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
    ana.send(ana.put(idea, "idea", ana.hello().head(), "title", "Planted 4712"));
    assertThat(body(post(ben.http(), "/product/idea", key, body))).contains("Planted 4712");

    grant(ana, person("Ben"), Optional.of(study), Level.NONE);
    TestHttp.Answer again = post(ben.http(), "/product/idea", key, body);
    assertThat(again.status()).isEqualTo(404);
    assertThat(body(again)).doesNotContain("Planted 4712");
  }

  @Test
  void anIdeaForAStudyWithoutAccessIsRefused() throws Exception {
    TestDevice ana = device("Ana", "ProductManager");
    TestDevice ben = device("Ben", "ProductManager");
    TestHttp.Answer refused =
        post(
            ben.http(),
            "/product/idea",
            "{\"title\":\"Theirs\",\"study\":\"%s\"}".formatted(study(ana)));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("SRV-26");
  }

  @Test
  void anApproverReadsIdeasAndMakesNone() throws Exception {
    TestDevice approver = device("Ava", "Approver");
    TestHttp.Answer refused = post(approver.http(), "/product/idea", "{\"title\":\"Mine\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("SRV-26");
    assertThat(body(refused)).contains("approver");
    assertThat(ideas(approver.http())).contains("\"ideas\"");
  }

  @Test
  void whoeverMayNotReadIdeasIsToldSo() throws Exception {
    TestDevice keys = device("Kay", "KeyAdmin");
    TestHttp.Answer refused = keys.http().get("/product/ideas");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("SRV-17");
  }

  @Test
  void oneKeyOfTwoPeopleIsTwoWishes() throws Exception {
    TestDevice ana = device("Ana", "ProductManager");
    TestDevice ben = device("Ben", "ProductManager");
    String key = UUID.randomUUID().toString();
    for (TestDevice who : new TestDevice[] {ana, ben}) {
      TestHttp.Answer made =
          who.http()
              .send(
                  who.http()
                      .request("/product/idea")
                      .header("Content-Type", "application/json")
                      .header("Idempotency-Key", key)
                      .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Same key\"}")));
      assertThat(made.status()).isEqualTo(201);
    }
  }
}
