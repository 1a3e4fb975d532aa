package dev.throughline.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sprints and MVPs planned over HTTP, and what desktops see of them. */
class PlanIT extends ProductRoutes {
  private static final String WHOLE =
      """
      {"idea": "%s", "title": "Pictures", "goal": "Two workshops take part",
       "startDate": "2026-11-16", "endDate": "2026-12-04",
       "milestones": [{"text": "A picture arrives", "due": "2026-11-20", "state": "reached"},
                      {"text": "Ten bookings each"}],
       "acceptanceCriteria": [{"text": "Nothing is lost offline"}]}
      """;

  private String idea = "";

  @BeforeEach
  void anIdea() {
    idea = idea("Pictures");
  }

  @Test
  void aSprintReachesTheDesktopsWithAllThatBelongsToIt() {
    TestHttp.Answer answer = post("/product/sprint", key(), WHOLE.formatted(idea));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(count(members(answer), "milestones")).isEqualTo(2);
    assertThat(count(members(answer), "acceptanceCriteria")).isEqualTo(1);
    RecordId id = RecordId.of(text(members(answer), "id"));
    TestDevice desktop =
        new TestDevice(new TestHttp(TestServers.shared().port(), Encoding.CBOR), "Ines K.");
    var changes = desktop.pullAll(0);
    Sprint sprint =
        changes.stream()
            .filter(change -> change.record().equals(id))
            .map(change -> Sprint.from(id, change.fields()))
            .findFirst()
            .orElseThrow();
    assertThat(sprint.goal()).isEqualTo("Two workshops take part");
    assertThat(sprint.idea()).contains(RecordId.of(idea));
    List<Milestone> milestones =
        changes.stream()
            .filter(change -> change.kind().equals("milestone"))
            .map(change -> Milestone.from(change.record(), change.fields()))
            .filter(one -> one.sprint().filter(id::equals).isPresent())
            .toList();
    assertThat(milestones).extracting(Milestone::text).contains("A picture arrives");
    assertThat(milestones).filteredOn(Milestone::isReached).hasSize(1);
  }

  @Test
  void linesStandInTheOrderInWhichTheyWereGiven() {
    List<String> given = IntStream.range(0, 12).mapToObj(number -> "Step " + number).toList();
    String milestones =
        given.stream()
            .map("{\"text\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    TestHttp.Answer answer =
        post(
            "/product/sprint",
            key(),
            "{\"idea\":\"%s\",\"title\":\"t\",\"milestones\":%s}".formatted(idea, milestones));
    Value all = members(answer).getOrDefault("milestones", Value.NOTHING);
    assertThat(all)
        .isInstanceOfSatisfying(
            Value.Items.class,
            lines ->
                assertThat(lines.values())
                    .extracting(line -> text(((Value.Entries) line).values(), "text"))
                    .isEqualTo(given));
  }

  @Test
  void theSameRequestMakesNothingTwice() {
    String key = key();
    TestHttp.Answer first = post("/product/sprint", key, WHOLE.formatted(idea));
    TestHttp.Answer again = post("/product/sprint", key, WHOLE.formatted(idea));
    assertThat(again.status()).isEqualTo(200);
    assertThat(members(again)).isEqualTo(members(first));
    TestHttp.Answer other =
        post("/product/sprint", key, "{\"idea\":\"%s\",\"title\":\"Another\"}".formatted(idea));
    assertThat(other.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"idea\":\"%s\"}",
        "{\"idea\":\"%s\",\"title\":\" \"}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"startDate\":\"2026-02-30\"}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"startDate\":\"2026-12-02\",\"endDate\":\"2026-12-01\"}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"milestones\":\"all\"}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"milestones\":[{\"due\":\"2026-12-01\"}]}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"milestones\":[\"one\"]}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"acceptanceCriteria\":[{\"text\":\"c\",\"state\":\"maybe\"}]}",
        "{\"idea\":\"%s\",\"title\":\"t\",\"velocity\":3}"
      })
  void whatIsNotSoundIsRefusedAndMakesNothing(String body) {
    String key = key();
    assertThat(post("/product/sprint", key, body.formatted(idea)).status()).isEqualTo(400);
    TestHttp.Answer sound = post("/product/sprint", key, WHOLE.formatted(idea));
    assertThat(sound.status()).as("the key was not used up").isEqualTo(201);
  }

  private static final String LAUNCHED =
      """
      {"idea": "%s", "version": "Pictures",
       "features": [{"text": "A picture"}, {"text": "Several", "scope": "later"}],
       "measurementPlan": [{"metric": "Bookings finished, %%", "target": 60,
                            "method": "Two weeks, both workshops"}]}
      """;

  @Test
  void anMvpIsLaunchedWithItsWholePlan() {
    String key = key();
    TestHttp.Answer answer = post("/product/mvp/launch", key, LAUNCHED.formatted(idea));
    assertThat(answer.status()).isEqualTo(201);
    Map<String, Value> mvp = members(answer);
    assertThat(text(mvp, "status")).isEqualTo("launched");
    assertThat(text(mvp, "launchDate")).isNotEmpty();
    assertThat(count(mvp, "features")).isEqualTo(2);
    assertThat(count(mvp, "measurementPlan")).isEqualTo(1);
    TestHttp.Answer again = post("/product/mvp/launch", key, LAUNCHED.formatted(idea));
    assertThat(again.status()).isEqualTo(200);
    assertThat(members(again)).isEqualTo(mvp);
  }

  /** What is wrong with it; the texts and numbers of one launch. */
  @ParameterizedTest
  @CsvSource({
    "no version, '', in, 1, how, ",
    "nothing is in it, 1, later, 1, how, ",
    "no target, 1, in, null, how, ",
    "no number, 1, in, '\"many\"', how, ",
    "no method, 1, in, 1, ' ', ",
    "a day that is to come, 1, in, 1, how, 2999-01-01"
  })
  void withoutItsWholePlanItIsNotLaunched(
      String wrong,
      String version,
      String scope,
      String target,
      String method,
      @Nullable String day) {
    String body =
        """
        {"idea": "%s", "version": "%s", "launchDate": %s,
         "features": [{"text": "A picture", "scope": "%s"}],
         "measurementPlan": [{"metric": "Bookings", "target": %s, "method": "%s"}]}
        """
            .formatted(
                idea, version, day == null ? "null" : "\"" + day + "\"", scope, target, method);
    TestHttp.Answer answer = post("/product/mvp/launch", key(), body);
    assertThat(answer.status()).as(wrong).isEqualTo(400);
  }

  @Test
  void anMvpWithoutAnyPlanIsNotLaunched() {
    String body =
        "{\"idea\":\"%s\",\"version\":\"1\",\"features\":[{\"text\":\"a\"}]}".formatted(idea);
    TestHttp.Answer answer = post("/product/mvp/launch", key(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(new String(answer.plain(), StandardCharsets.UTF_8)).contains("measurements");
  }

  @Test
  void anIdeaThatIsNotThereHasNoSprints() {
    String body = WHOLE.formatted(UUID.randomUUID());
    assertThat(post("/product/sprint", key(), body).status()).isEqualTo(404);
  }
}
