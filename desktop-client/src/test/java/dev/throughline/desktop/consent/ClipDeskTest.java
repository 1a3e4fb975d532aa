package dev.throughline.desktop.consent;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static dev.throughline.desktop.interview.FieldDesk.UI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.planning.PlanningDesk;
import dev.throughline.desktop.platform.Gathered;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipDeskTest {
  @TempDir Path folder;
  private final FakeClipboard others = new FakeClipboard();
  private FieldDesk field;
  private ConsentViewModel consent;
  private ClipDesk desk;
  private RecordId interview;
  private RecordId who;
  private int asked;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    interview = field.talk("First look", TODAY.minusDays(1)).with("P-07").save();
    who = field.open(interview).orElseThrow().participant().orElseThrow().id();
    consent = new ConsentViewModel(new PlanningDesk(field).consent());
    consent.show(new ConsentViewModel.Of(Optional.of(who), Optional.of(interview)));
    desk =
        new ClipDesk(
            new Rulings(field.ledger.store(), field.clock),
            others,
            AT_ONCE,
            UI,
            field.toasts::add,
            "test");
  }

  @AfterEach
  void close() {
    consent.close();
    field.close();
  }

  private Clips at(Wording wording) {
    return desk.of(interview, wording, () -> asked++);
  }

  private String said() {
    assertThat(field.toasts).isNotEmpty();
    Toast last = field.toasts.getLast();
    return last.title() + ": " + last.detail();
  }

  @Test
  void whatAPersonSaidLeavesOnceTheyAgreed() {
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    assertThat(said())
        .startsWith("Copied for this interview only: Nothing is written down of what P-07");
    field.toasts.getLast().actions().getFirst().run().run();
    assertThat(asked).isOne();

    consent.answer(ConsentScope.CLIP, ConsentAnswer.GRANTED);
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    assertThat(said()).contains("Nobody asked P-07 about quoting");

    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    int told = field.toasts.size();
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(others.words()).contains("Too dear.");
    assertThat(field.toasts).hasSize(told);
  }

  @Test
  void notesLeaveUntilThePersonSaysNoOrTheirConsentEnds() {
    at(Wording.NOTED).copied("hesitates at the price");
    assertThat(others.words()).contains("hesitates at the price");

    consent.answer(ConsentScope.QUOTE, ConsentAnswer.REFUSED);
    at(Wording.NOTED).copied("hesitates at the price");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    assertThat(said()).contains("P-07 did not agree to be quoted.");

    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    at(Wording.NOTED).copied("hesitates");
    assertThat(others.words()).contains("hesitates");

    consent.setValidUntil("", TODAY.minusDays(1).toString());
    at(Wording.NOTED).copied("hesitates at the price");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    assertThat(said()).contains("ended");
  }

  @Test
  void wordsThatStayCanBeMovedAboutInTheirOwnText() {
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.REFUSED);
    at(Wording.NOTED).copied("price first");
    assertThat(at(Wording.NOTED).pasted()).contains("price first");
    assertThat(at(Wording.SPOKEN).pasted()).contains("price first");
  }

  @Test
  void wordsThatStayComeNowhereElse() {
    RecordId other = field.talk("Second look", TODAY).with("P-08").save();
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.REFUSED);
    at(Wording.NOTED).copied("price first");
    assertThat(desk.of(other, Wording.NOTED, () -> {}).pasted()).isEmpty();
    assertThat(said()).startsWith("Not put in here: These words may not leave their interview");
  }

  @Test
  void whatWasSaidIsNotTakenOutByWayOfTheNotes() {
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(at(Wording.NOTED).pasted()).isEmpty();
    assertThat(said()).contains("among what they said");
    assertThat(at(Wording.SPOKEN).pasted()).contains("Too dear.");
  }

  @Test
  void whatAnotherProgramPutThereIsPasted() {
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.REFUSED);
    at(Wording.NOTED).copied("price first");
    others.put(Optional.of("from a mail"), Optional.empty());
    assertThat(at(Wording.NOTED).pasted()).contains("from a mail");
    others.put(Optional.empty(), Optional.empty());
    assertThat(at(Wording.NOTED).pasted()).isEmpty();
  }

  @Test
  void nobodyAgreedForAnInterviewWithoutAParticipant() {
    RecordId nobodys = field.talk("Corridor", TODAY).save();
    desk.of(nobodys, Wording.SPOKEN, () -> {}).copied("Hm.");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    assertThat(said()).contains("Nobody is named as the participant");
  }

  @Test
  void consentForOneInterviewHoldsForThatOneOnly() {
    RecordId other = field.talk("Second look", TODAY).save();
    assertThat(
            field.ledger.record(
                List.of(
                    new Draft.Set(
                        other, "interview", Map.of("participant", Value.text(who.toString()))))))
        .isInstanceOf(SaveResult.Saved.class);
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    consent.onlyHereProperty().set(true);
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.REFUSED);
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    desk.of(other, Wording.SPOKEN, () -> {}).copied("Fine.");
    assertThat(others.words()).contains("Fine.");
  }

  @Test
  void whoeverSaidNoAboutAllSaidNoAboutEachUnlessAskedOnALaterDay() {
    consent.onlyHereProperty().set(true);
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(others.words()).contains("Too dear.");
    answerForAll(Map.of("quote", Value.text("refused"), "day", Value.text(TODAY.toString())));
    at(Wording.NOTED).copied("hesitates");
    assertThat(others.words()).contains(Texts.text("quoting.instead"));
    assertThat(said()).contains("If they agreed for this interview later");
    consent.setDay("", TODAY.plusDays(1).toString());
    at(Wording.SPOKEN).copied("Too dear.");
    assertThat(others.words()).contains("Too dear.");
  }

  private void answerForAll(Map<String, Value> fields) {
    assertThat(
            field.ledger.record(
                List.of(new Consents(field.ledger.store()).set(who, Optional.empty(), fields))))
        .isInstanceOf(SaveResult.Saved.class);
  }

  @Test
  void slowAnswerComesTooLateForWordsCopiedSince() {
    consent.answer(ConsentScope.QUOTE, ConsentAnswer.GRANTED);
    List<Runnable> late = new ArrayList<>();
    ClipDesk slow =
        new ClipDesk(
            new Rulings(field.ledger.store(), field.clock),
            others,
            new Gathered(late),
            UI,
            field.toasts::add,
            "slow");
    slow.of(interview, Wording.SPOKEN, () -> {}).copied("one");
    slow.of(interview, Wording.SPOKEN, () -> {}).copied("two");
    List.copyOf(late).forEach(Runnable::run);
    assertThat(others.words()).contains("two");
    slow.of(interview, Wording.SPOKEN, () -> {}).copied("three");
    others.put(Optional.of("from a mail"), Optional.empty());
    List.copyOf(late).forEach(Runnable::run);
    assertThat(others.words()).contains("from a mail");
  }
}
