package dev.throughline.model.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private static final RecordId WHO = new RecordId(Uuids.derived("who"));
  private static final RecordId WHERE = new RecordId(Uuids.derived("where"));

  private static Consent of(Map<String, Value> fields) {
    return Consent.from(Consent.idOf(WHO, Optional.empty()), fields);
  }

  @Test
  void whatNobodyAskedAllowsNothing() {
    Consent consent = of(Map.of("quote", Value.text("perhaps"), "clip", Value.text("granted")));
    assertThat(consent.answer(ConsentScope.RECORD)).isEqualTo(ConsentAnswer.UNASKED);
    assertThat(consent.answer(ConsentScope.QUOTE)).isEqualTo(ConsentAnswer.UNASKED);
    assertThat(consent.answer(ConsentScope.CLIP)).isEqualTo(ConsentAnswer.GRANTED);
    assertThat(consent.isGivenOrRefused()).isTrue();
    assertThat(of(Map.of()).isGivenOrRefused()).isFalse();
  }

  @Test
  void generalRecordAndOneForAnInterviewAreDifferentRecords() {
    assertThat(Consent.idOf(WHO, Optional.empty()))
        .isEqualTo(Consent.idOf(WHO, Optional.empty()))
        .isNotEqualTo(Consent.idOf(WHO, Optional.of(WHERE)));
  }

  @Test
  void holdsThroughItsLastDay() {
    Consent consent = of(Map.of("validUntil", Value.text("2027-06-30")));
    assertThat(consent.isOver(LocalDate.of(2027, 6, 30))).isFalse();
    assertThat(consent.isOver(LocalDate.of(2027, 7, 1))).isTrue();
    assertThat(of(Map.of()).isOver(LocalDate.of(2030, 1, 1))).isFalse();
  }

  @Test
  void whatWasAgreedCanBeWrittenIntoAnotherRecord() {
    Map<String, Value> fields =
        Map.of(
            "record", Value.text("granted"),
            "share", Value.text("refused"),
            "how", Value.text("verbal"),
            "day", Value.text("2026-11-24"),
            "note", Value.text("ask again"));
    Consent copied = of(of(fields).toFields());
    assertThat(copied).isEqualTo(of(fields));
    of(fields)
        .toFields()
        .forEach(
            (name, value) ->
                assertThat(Consent.KIND.field(name).orElseThrow().type().problem(value)).isEmpty());
  }
}
