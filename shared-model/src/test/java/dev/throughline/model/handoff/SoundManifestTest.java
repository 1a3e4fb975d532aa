package dev.throughline.model.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundManifestTest {
  private static final RecordId ONE = RecordId.of("01920000-0000-7000-8000-0000000000a1");
  private static final RecordId TWO = RecordId.of("01920000-0000-7000-8000-0000000000a2");
  private static final Cost SERVERS =
      new Cost(ONE, Optional.empty(), "", Optional.of(new Money(900, "EUR")), Every.MONTH);

  private static boolean holds(String total, String service, String check, DataClass data) {
    String text =
        "{\"acceptance\":[{\"id\":\"%s\"}],\"costs\":{\"currency\":\"EUR\",\"lines\":[{\"amount\":"
            + "{\"currency\":\"EUR\",\"minor\":\"900\"},\"every\":\"month\",\"id\":\"%s\"}],"
            + "\"totalMinor\":\"%s\"},\"dataClasses\":[\"pointers\"],"
            + "\"infraPlan\":{\"services\":[{\"id\":\"%s\"}]}}";
    byte[] bytes = text.formatted(check, ONE, total, service).getBytes(StandardCharsets.UTF_8);
    Json manifest = ((Json.Parsed.Read) Json.parse(bytes)).json();
    Handoff handoff = Handoff.from(TWO, Map.of(Handoff.DATA, Value.text(data.wireName())));
    return SoundManifest.holds(manifest, handoff, List.of(SERVERS));
  }

  private static boolean holds(String total, String service, String check) {
    return holds(total, service, check, DataClass.POINTERS);
  }

  @Test
  void theSumIsThatOfTheLinesInTheFirstYear() {
    assertThat(holds("10800", ONE.toString(), TWO.toString())).isTrue();
    assertThat(holds("0", ONE.toString(), TWO.toString())).isFalse();
    assertThat(holds("900", ONE.toString(), TWO.toString())).isFalse();
  }

  @Test
  void aSumNeedsItsLines() {
    String text = "{\"costs\":{\"currency\":\"EUR\",\"totalMinor\":\"100\"}}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Json manifest = ((Json.Parsed.Read) Json.parse(bytes)).json();
    assertThat(SoundManifest.holds(manifest, Handoff.from(TWO, Map.of()), List.of())).isFalse();
  }

  @Test
  void everyCheckCanBeToldFromEveryOther() {
    assertThat(holds("10800", ONE.toString(), ONE.toString())).isFalse();
    assertThat(holds("10800", ONE.toString(), "not-an-id")).isFalse();
  }

  @Test
  void theDataAreThoseOfTheHandoff() {
    assertThat(holds("10800", ONE.toString(), TWO.toString(), DataClass.PERSONAL)).isFalse();
    assertThat(holds("10800", ONE.toString(), TWO.toString(), DataClass.UNKNOWN)).isTrue();
  }
}
