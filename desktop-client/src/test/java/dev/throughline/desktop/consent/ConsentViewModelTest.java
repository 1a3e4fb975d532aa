package dev.throughline.desktop.consent;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.planning.PlanningDesk;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentForm;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentViewModelTest {
  @TempDir Path folder;
  private FieldDesk field;
  private PlanningDesk desk;
  private RecordId interview;
  private RecordId who;
  private ConsentViewModel consent;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    desk = new PlanningDesk(field);
    interview = field.talk("First look", TODAY.minusDays(1)).with("P-07").save();
    who = field.open(interview).orElseThrow().participant().orElseThrow().id();
    consent = new ConsentViewModel(desk.consent());
    consent.show(new ConsentViewModel.Of(Optional.of(who), Optional.of(interview)));
  }

  @AfterEach
  void close() {
    consent.close();
    field.close();
  }

  private Consent now() {
    return consent.consentProperty().get().orElseThrow();
  }

  private boolean owesConsent() {
    return Gap.NO_CONSENT.isIn(desk.list.rows().getFirst(), TODAY);
  }

  @Test
  void firstAnswerMakesTheRecordDatesItAndPaysTheDebt() {
    assertThat(consent.consentProperty().get()).isEmpty();
    assertThat(owesConsent()).isTrue();
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    consent.setHow(ConsentForm.VERBAL);
    assertThat(now().day()).contains(TODAY);
    assertThat(ConsentWords.sentence(now(), TODAY))
        .isEqualTo("Consent: quotes without the name. Verbal, 24 Nov.");
    assertThat(ConsentWords.brief(now(), TODAY)).isEqualTo("Inside the team");
    assertThat(owesConsent()).isFalse();
    field.undo.undo();
    field.undo.undo();
    assertThat(owesConsent()).isTrue();
  }

  @Test
  void refusingEverythingIsConsentToNotesOnly() {
    for (ConsentScope scope : ConsentScope.values()) {
      consent.answer(scope, ConsentAnswer.REFUSED);
    }
    assertThat(ConsentWords.sentence(now(), TODAY)).startsWith("Consent: notes only.");
    assertThat(owesConsent()).isFalse();
  }

  @Test
  void consentForOneInterviewStartsFromTheGeneralOneAndHoldsThere() {
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    consent.onlyHereProperty().set(true);
    consent.answer(ConsentScope.CLIP, ConsentAnswer.REFUSED);
    assertThat(now().interview()).contains(interview);
    assertThat(now().answer(ConsentScope.QUOTE)).isEqualTo(ConsentAnswer.GRANTED);
    consent.show(new ConsentViewModel.Of(Optional.of(who), Optional.empty()));
    assertThat(now().answer(ConsentScope.CLIP)).isEqualTo(ConsentAnswer.UNASKED);
  }

  @Test
  void wrongDayIsSaidAndAnEndedConsentSaysSo() {
    consent.answer(ConsentScope.SHARE, ConsentAnswer.GRANTED);
    consent.setValidUntil("", "some day");
    assertThat(consent.errorProperty().get()).isNotEmpty();
    consent.setValidUntil("", "1 Nov 2026");
    assertThat(consent.errorProperty().get()).isEmpty();
    assertThat(ConsentWords.sentence(now(), TODAY)).endsWith("Ended 1 Nov.");
    assertThat(ConsentWords.brief(now(), TODAY)).isEqualTo("Ended");
  }

  @Test
  void withoutAParticipantNothingCanBeWrittenDown() {
    consent.show(ConsentViewModel.Of.NOBODY);
    consent.edit();
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    assertThat(consent.editingProperty().get()).isFalse();
    assertThat(desk.consent().consents().of(who)).isEmpty();
  }
}
