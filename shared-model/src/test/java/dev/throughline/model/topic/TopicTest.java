package dev.throughline.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.value.Value;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicTest {
  private static final RecordId INTERVIEW = id("interview");
  private static final RecordId TOPIC = id("topic");

  private static RecordId id(String name) {
    return new RecordId(Uuids.derived(name));
  }

  @Test
  void whatIsMissingOrStrangeReadsAsAPlainQuestion() {
    Topic topic =
        Topic.from(TOPIC, Map.of("kind", Value.text("riddle"), "minutes", Value.text("5")));
    assertThat(topic)
        .isEqualTo(
            new Topic(TOPIC, Optional.empty(), "", "", TopicKind.QUESTION, Optional.empty()));
  }

  @Test
  void oneDevicesTicksOfATopicAreOneRecordAndAnothersAnother() {
    DeviceId annas = new DeviceId(Uuids.derived("anna"));
    DeviceId bens = new DeviceId(Uuids.derived("ben"));
    assertThat(Coverage.idOf(INTERVIEW, TOPIC, annas))
        .isEqualTo(Coverage.idOf(INTERVIEW, TOPIC, annas))
        .isNotEqualTo(Coverage.idOf(INTERVIEW, TOPIC, bens))
        .isNotEqualTo(Coverage.idOf(TOPIC, INTERVIEW, annas));
  }

  @Test
  void tickFitsItsKindWhateverTheNameOfWhoTicks() {
    Map<String, Value> fields = Coverage.ticked(INTERVIEW, TOPIC, "n".repeat(300), 1_700_000);
    fields.forEach(
        (name, value) ->
            assertThat(Coverage.KIND.field(name).orElseThrow().type().problem(value)).isEmpty());
    assertThat(Coverage.from(id("tick"), fields).isCovered()).isTrue();
    assertThat(Coverage.from(id("tick"), Coverage.unticked()).isCovered()).isFalse();
  }

  @Test
  void timeOfDayIsFourDigitsOnAClockOfTwentyFourHours() {
    FieldType time = new FieldType.TimeOfDay();
    assertThat(time.problem(Value.text("09:30"))).isEmpty();
    assertThat(time.problem(Value.NOTHING)).isEmpty();
    for (String wrong : new String[] {"9:30", "24:00", "12:60", "noon!", "12:30:00", ""}) {
      assertThat(time.problem(Value.text(wrong))).as(wrong).isPresent();
    }
    assertThat(time.problem(Value.whole(930))).isPresent();
    assertThat(new FieldMap(Map.of("at", Value.text("09:30"))).time("at"))
        .contains(LocalTime.of(9, 30));
    assertThat(new FieldMap(Map.of("at", Value.text("soon"))).time("at")).isEmpty();
  }
}
