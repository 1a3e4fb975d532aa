package dev.throughline.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sprints planned over HTTP, and what desktops see of them. */
class SprintIT {
  private static final String WHOLE =
      """
      {"idea": "%s", "title": "Pictures", "goal": "Two workshops take part",
       "startDate": "2026-11-16", "endDate": "2026-12-04",
       "milestones": [{"text": "A picture arrives", "due": "2026-11-20", "state": "reached"},
                      {"text": "Ten bookings each"}],
       "acceptanceCriteria": [{"text": "Nothing is lost offline"}]}
      """;

  private final TestHttp http = new TestHttp(TestServers.shared().port(), Encoding.JSON);
  private String idea = "";

  @BeforeEach
  void anIdea() {
    idea = text(members(post("/product/idea", key(), "{\"title\":\"Pictures\"}")), "id");
  }

  private TestHttp.Answer post(String path, String key, String body) {
    return http.send(
        http.request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, Value> members(TestHttp.Answer answer) {
    return WireFormat.VALUE.decode(answer.plain(), Encoding.JSON)
            instanceof Value.Entries(var members)
        ? members
        : Map.of();
  }

  private static String text(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Text(String text) ? text : "";
  }

  private static int count(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Items(var items) ? items.size() : -1;
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

  @Test
  void anIdeaThatIsNotThereHasNoSprints() {
    String body = WHOLE.formatted(UUID.randomUUID());
    assertThat(post("/product/sprint", key(), body).status()).isEqualTo(404);
  }
}
