package dev.throughline.desktop.library;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.library.StudyChoice.AllStudies;
import dev.throughline.desktop.library.StudyChoice.OneStudy;
import dev.throughline.desktop.library.StudyChoice.WithoutStudy;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryViewModelTest {
  @TempDir Path folder;
  LibraryDesk desk;
  FieldDesk field;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    desk = new LibraryDesk(field);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void newestDayComesFirst() {
    field.talk("Old", TODAY.minusDays(4)).save();
    field.talk("New", TODAY).save();
    field.talk("Middle", TODAY.minusDays(2)).save();
    assertThat(desk.titles()).containsExactly("New", "Middle", "Old");
  }

  @Test
  void everyTypedWordMustStandSomewhere() {
    RecordId study = field.study("Tariff switching");
    field.talk("The price letter", TODAY).with("P-10").in(study).at("Leeds").save();
    field.talk("Moving house", TODAY).with("P-11").in(study).save();
    desk.library.narrowing().typedProperty().set("p-10 TARIFF");
    assertThat(desk.titles()).containsExactly("The price letter");
    desk.library.narrowing().typedProperty().set("leeds");
    assertThat(desk.titles()).containsExactly("The price letter");
    desk.library.narrowing().typedProperty().set("leeds p-11");
    assertThat(desk.titles()).isEmpty();
  }

  @Test
  void countSaysHowManyOfHowMany() {
    assertThat(desk.library.countProperty().get()).isEmpty();
    field.talk("One", TODAY).save();
    field.talk("Two", TODAY).save();
    assertThat(desk.library.countProperty().get()).isEqualTo("2 interviews");
    desk.library.narrowing().typedProperty().set("two");
    assertThat(desk.library.countProperty().get()).isEqualTo("1 of 2 interviews");
    desk.library.clear();
    assertThat(desk.library.countProperty().get()).isEqualTo("2 interviews");
  }

  @Test
  void gapsNarrowAndShowOnlyWhileThereAreAny() {
    field.talk("Whole", TODAY).with("P-1").consented().debriefed().notes("n").turns(3).save();
    assertThat(desk.library.countsProperty().get().gaps()).isEmpty();
    field.talk("Bare", TODAY).with("P-2").save();
    assertThat(desk.library.countsProperty().get().gaps())
        .containsExactly(
            Map.entry(Gap.NO_DEBRIEF, 1L),
            Map.entry(Gap.NO_CONSENT, 1L),
            Map.entry(Gap.NO_TRANSCRIPT, 1L),
            Map.entry(Gap.NOTHING_WRITTEN, 1L));
    desk.library.showOnly(Gap.NO_TRANSCRIPT);
    assertThat(desk.titles()).containsExactly("Bare");
  }

  @Test
  void studiesAreCountedAndNarrow() {
    RecordId tariff = field.study("Tariff switching");
    RecordId moving = field.study("Moving house");
    field.talk("A", TODAY).in(tariff).save();
    field.talk("B", TODAY).save();
    assertThat(desk.studies.lines())
        .containsExactly(
            new StudiesViewModel.Line(new AllStudies(), "All interviews", 2),
            new StudiesViewModel.Line(new OneStudy(moving), "Moving house", 0),
            new StudiesViewModel.Line(new OneStudy(tariff), "Tariff switching", 1),
            new StudiesViewModel.Line(new WithoutStudy(), "No study", 1));
    desk.studies.chosenProperty().set(new OneStudy(tariff));
    assertThat(desk.titles()).containsExactly("A");
    desk.studies.chosenProperty().set(new WithoutStudy());
    assertThat(desk.titles()).containsExactly("B");
  }

  @Test
  void newStudyIsChosenAndTakesTheNextInterview() {
    desk.studies.create("  Tariff switching ");
    desk.library.newInterview();
    assertThat(desk.library.rows())
        .singleElement()
        .extracting(row -> row.study())
        .isEqualTo("Tariff switching");
    assertThat(desk.opened).hasSize(1);
  }

  @Test
  void studyNeedsATitle() {
    desk.studies.create("   ");
    assertThat(desk.studies.errorProperty().get()).isNotEmpty();
    assertThat(field.studies.all()).isEmpty();
  }

  @Test
  void trashedRowsComeBackWithUndo() {
    field.talk("One", TODAY).save();
    field.talk("Two", TODAY).save();
    desk.library.trash(List.copyOf(desk.library.rows()));
    assertThat(desk.titles()).isEmpty();
    assertThat(field.toasts.getFirst().title()).isEqualTo("2 interviews moved to the trash");
    field.toasts.getFirst().actions().getFirst().run().run();
    assertThat(desk.titles()).hasSize(2);
  }

  @Test
  void emptyIsSaidOnlyWhenNothingIsThere() {
    assertThat(desk.library.emptyProperty().get()).isTrue();
    field.talk("One", TODAY).save();
    assertThat(desk.library.emptyProperty().get()).isFalse();
    desk.library.narrowing().typedProperty().set("nothing like it");
    assertThat(desk.library.emptyProperty().get()).isFalse();
  }

  @Test
  void namesSortAsPeopleCount() {
    assertThat(Stream.of("", "P-10", "p-9", "P-009a", "Q", "P-9").sorted(NaturalOrder.INSTANCE))
        .containsExactly("p-9", "P-9", "P-009a", "P-10", "Q", "");
  }

  @Test
  void facetsNarrowTogetherAndCountWhatTheyWouldLeadTo() {
    field.talk("One", TODAY).with("P-1").save();
    field.talk("Two", TODAY).with("P-1").save();
    field.talk("Three", TODAY.minusDays(40)).with("P-2").save();
    desk.library.narrowing().people().add("P-1");
    assertThat(desk.titles()).containsExactlyInAnyOrder("One", "Two");
    assertThat(desk.library.countsProperty().get().people())
        .containsExactly(new FacetCounts.Count<>("P-1", 2), new FacetCounts.Count<>("P-2", 1));
    desk.library.narrowing().datesProperty().set(new DateChoice.Last(30));
    assertThat(desk.library.countsProperty().get().people())
        .containsExactly(new FacetCounts.Count<>("P-1", 2));
    desk.library
        .narrowing()
        .datesProperty()
        .set(new DateChoice.Between(Optional.empty(), Optional.of(TODAY.minusDays(1))));
    assertThat(desk.titles()).isEmpty();
    desk.library.narrowing().clearFacets();
    assertThat(desk.titles()).hasSize(3);
  }

  @Test
  void wordsAreFoundInNotesAndTurnsToo() {
    RecordId said = field.talk("One", TODAY).save();
    field.talk("Two", TODAY).save();
    desk.said.put("boiler", Set.of(said));
    desk.library.narrowing().typedProperty().set("boiler");
    assertThat(desk.titles()).containsExactly("One");
    desk.library.narrowing().typedProperty().set("boilers");
    assertThat(desk.titles()).isEmpty();
  }

  @Test
  void filterIsKeptByNameAndChosenAgain() {
    field.talk("One", TODAY).with("P-1").save();
    field.talk("Two", TODAY).with("P-2").save();
    desk.library.narrowing().people().add("P-2");
    desk.library.narrowing().datesProperty().set(new DateChoice.Upcoming());
    assertThat(desk.library.saved().keep(" Mine ")).isTrue();
    desk.library.clear();
    assertThat(desk.titles()).hasSize(2);
    LibraryDesk again = new LibraryDesk(field, desk.kept);
    again.library.saved().choose(again.library.saved().kept().getFirst());
    assertThat(again.titles()).containsExactly("Two");
    assertThat(again.library.saved().current()).isPresent();
    again.library.saved().forget(again.library.saved().kept().getFirst());
    assertThat(again.kept).isEmpty();
  }

  @Test
  void filterWithoutANameIsNotKept() {
    desk.library.narrowing().typedProperty().set("x");
    assertThat(desk.library.saved().keep("  ")).isFalse();
    assertThat(desk.library.saved().errorProperty().get()).contains("name");
    assertThat(desk.kept).isEmpty();
  }

  @Test
  void everyFilterReadsBackAsItWasWritten() {
    Filter filter =
        new Filter(
            "two words",
            new WithoutStudy(),
            Set.of(Gap.NO_TRANSCRIPT),
            Set.of("P-1", "Ünï"),
            new DateChoice.Between(Optional.of(TODAY), Optional.empty()),
            Set.of(InterviewStatus.DONE),
            Set.of(Sent.WAITING),
            Set.of(SoundChoice.UNDER_WAY));
    assertThat(FilterCodec.filter(FilterCodec.bytes(filter))).contains(filter);
    assertThat(FilterCodec.filter(FilterCodec.bytes(Filter.NOTHING))).contains(Filter.NOTHING);
    assertThat(FilterCodec.filter(new byte[] {1, 2, 3})).isEmpty();
  }

  @Test
  void severalInterviewsMoveToAStudyInOneStepThatCanBeTakenBack() {
    RecordId tariff = field.study("Tariff switching");
    field.talk("One", TODAY).save();
    field.talk("Two", TODAY).save();
    List<RecordId> both = desk.library.rows().stream().map(row -> row.interview().id()).toList();
    desk.library.commands().moveToStudy(both, Optional.of(tariff));
    assertThat(desk.library.rows()).extracting(row -> row.study()).containsOnly("Tariff switching");
    field.toasts.getFirst().actions().getFirst().run().run();
    assertThat(desk.library.rows()).extracting(row -> row.study()).containsOnly("");
  }

  @Test
  void bulkUndoLeavesWhatSomebodyChangedSinceAndComparesIt() {
    RecordId tariff = field.study("Tariff switching");
    RecordId moving = field.study("Moving house");
    RecordId one = field.talk("One", TODAY).save();
    RecordId two = field.talk("Two", TODAY).save();
    desk.library.commands().moveToStudy(List.of(one, two), Optional.of(tariff));
    field.interviews.set(two, Map.of("study", Value.text(moving.toString())));
    field.toasts.getFirst().actions().getFirst().run().run();
    assertThat(field.interviews.open(one).orElseThrow().study()).isEmpty();
    assertThat(field.interviews.open(two).orElseThrow().interview().study()).contains(moving);
    assertThat(field.compared)
        .singleElement()
        .satisfies(changed -> assertThat(changed.differences()).hasSize(1));
  }
}
