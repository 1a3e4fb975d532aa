package dev.throughline.desktop.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chip of a consent never says less, or more, than was agreed. */
class ConsentWordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @Test
  void chipSaysTheWidestThingThatWasAgreed() {
    assertThat(brief()).isEqualTo(Texts.text("consent.brief.notes"));
    assertThat(brief("record")).isEqualTo(Texts.text("consent.brief.recorded"));
    assertThat(brief("record", "quote")).isEqualTo(Texts.text("consent.brief.inside"));
    assertThat(brief("clip")).isEqualTo(Texts.text("consent.brief.inside"));
    assertThat(brief("record", "share")).isEqualTo(Texts.text("consent.brief.outside"));
  }

  private static String brief(String... granted) {
    Map<String, Value> fields = new HashMap<>();
    for (String scope : granted) {
      fields.put(scope, Value.text("granted"));
    }
    RecordId id = RecordId.of("00000000-0000-7000-8000-000000000001");
    return ConsentWords.brief(Consent.from(id, fields), TODAY);
  }
}
