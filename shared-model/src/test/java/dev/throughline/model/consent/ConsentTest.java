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

  private static Optional<ConsentLack> quoting(Map<String, Value> fields) {
    return of(fields).lack(ConsentScope.QUOTE, LocalDate.of(2026, 11, 26));
  }

  @Test
  void saysWhatIsMissingForAUse() {
    assertThat(quoting(Map.of())).contains(ConsentLack.UNWRITTEN);
    assertThat(quoting(Map.of("clip", Value.text("granted")))).contains(ConsentLack.UNASKED);
    assertThat(quoting(Map.of("quote", Value.text("refused")))).contains(ConsentLack.REFUSED);
    assertThat(quoting(Map.of("quote", Value.text("granted")))).isEmpty();
    assertThat(
            quoting(Map.of("quote", Value.text("granted"), "validUntil", Value.text("2026-11-25"))))
        .contains(ConsentLack.OVER);
  }

  @Test
  void notesStayOnlyOnceThePersonSaidNoOrTheirConsentEnded() {
    assertThat(ConsentLack.values())
        .allMatch(lack -> lack.holdsBack(Wording.SPOKEN))
        .filteredOn(lack -> lack.holdsBack(Wording.NOTED))
        .containsExactly(ConsentLack.REFUSED, ConsentLack.OVER);
  }
}
