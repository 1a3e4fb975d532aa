package dev.throughline.server.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handoffs begun over HTTP, and what desktops see of them. */
class HandoffIT extends ProductRoutes {
  private static final String WHOLE =
      """
      {"idea": "%s", "title": "Price first", "ask": "Let everybody see it",
       "dataClass": "none",
       "costs": [{"text": "Hosting", "amount": {"minor": 4200, "currency": "EUR"},
                  "every": "month"}, {"text": "Licences"}],
       "services": [{"name": "Store", "objective": "99.9 %%"}],
       "acceptance": [{"text": "Page loads", "threshold": "under a second"}]}
      """;

  private String idea = "";

  @BeforeEach
  void anIdea() {
    idea = idea("Pictures");
  }

  @Test
  void itReachesTheDesktopsWithItsWholeChecklistOnce() {
    String key = key();
    TestHttp.Answer answer = post("/product/handoff", key, WHOLE.formatted(idea));
    assertThat(answer.status()).as(new String(answer.plain(), UTF_8)).isEqualTo(201);
    Map<String, Value> made = members(answer);
    assertThat(count(made, "checklist")).isEqualTo(ChecklistTemplate.USUAL.size());
    assertThat(count(made, "costs")).isEqualTo(2);
    assertThat(count(made, "services")).isOne();
    assertThat(count(made, "acceptance")).isOne();
    TestHttp.Answer again = post("/product/handoff", key, WHOLE.formatted(idea));
    assertThat(again.status()).isEqualTo(200);
    assertThat(members(again)).isEqualTo(made);
    RecordId id = RecordId.of(text(made, "id"));
    TestDevice desktop =
        new TestDevice(new TestHttp(TestServers.shared().port(), Encoding.CBOR), "Ines K.");
    assertThat(desktop.pullAll(0))
        .filteredOn(change -> change.kind().equals(ChecklistItem.KIND.name()))
        .map(change -> ChecklistItem.from(change.record(), change.fields()))
        .filteredOn(item -> item.handoff().filter(id::equals).isPresent())
        .extracting(ChecklistItem::code)
        .containsExactlyInAnyOrderElementsOf(
            ChecklistTemplate.USUAL.stream().map(ChecklistTemplate.Line::code).toList());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    String key = key();
    post("/product/handoff", key, WHOLE.formatted(idea));
    assertThat(
            post("/product/handoff", key, WHOLE.formatted(idea).replace("first", "last")).status())
        .isEqualTo(409);
  }

  @Test
  void whatDoesNotFitIsRefusedByName() {
    for (List<String> bad :
        List.of(
            List.of("\"title\": \"Price first\"", "\"title\": \" \"", "title"),
            List.of("\"dataClass\": \"none\"", "\"dataClass\": \"all\"", "dataClass"),
            List.of("4200", "42.5", "amount"),
            List.of("\"every\": \"month\"", "\"every\": \"week\"", "every"),
            List.of("\"name\": \"Store\"", "\"name\": \"\"", "name"),
            List.of("\"ask\"", "\"tusk\"", "tusk"))) {
      String body = WHOLE.formatted(idea).replace(bad.getFirst(), bad.get(1));
      TestHttp.Answer answer = post("/product/handoff", key(), body);
      assertThat(answer.status()).as(bad.get(1)).isEqualTo(400);
      assertThat(new String(answer.plain(), UTF_8)).contains(bad.getLast());
    }
  }

  @Test
  void theMvpIsOneOfTheIdea() {
    String other = text(members(post("/product/idea", key(), "{\"title\":\"Other\"}")), "id");
    String launch =
        "{\"idea\": \"%s\", \"version\": \"1\", \"features\": [{\"text\": \"x\"}],"
            + "\"measurementPlan\": [{\"metric\": \"m\", \"target\": 1, \"method\": \"c\"}]}";
    String mvp = text(members(post("/product/mvp/launch", key(), launch.formatted(idea))), "id");
    String body = "{\"idea\": \"%s\", \"title\": \"T\", \"mvp\": \"%s\"}";
    assertThat(post("/product/handoff", key(), body.formatted(idea, mvp)).status()).isEqualTo(201);
    assertThat(post("/product/handoff", key(), body.formatted(other, mvp)).status()).isEqualTo(404);
    assertThat(post("/product/handoff", key(), body.formatted(idea, idea)).status()).isEqualTo(404);
  }
}
