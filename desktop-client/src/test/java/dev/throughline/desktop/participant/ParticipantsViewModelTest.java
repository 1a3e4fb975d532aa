package dev.throughline.desktop.participant;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.planning.PlanningDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParticipantsViewModelTest {
  @TempDir Path folder;
  private FieldDesk field;
  private ParticipantsViewModel people;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    field.talk("First", TODAY.minusDays(3)).with("P-07").consented().save();
    field.talk("Other", TODAY.minusDays(2)).with("P-08").save();
    people = new PlanningDesk(field).participants();
  }

  @AfterEach
  void close() {
    field.close();
  }

  private List<String> names() {
    return people.rows().stream().map(row -> row.person().pseudonym()).toList();
  }

  private ParticipantRow current() {
    return people.selectedProperty().get().orElseThrow();
  }

  @Test
  void everybodyIsListedWithTheirInterviewsAndConsent() {
    assertThat(names()).containsExactly("P-07", "P-08");
    assertThat(people.rows()).extracting(ParticipantRow::isConsented).containsExactly(true, false);
    assertThat(people.rows()).allMatch(row -> row.interviews().size() == 1);
    assertThat(current().person().pseudonym()).isEqualTo("P-07");
  }

  @Test
  void filterLooksAtPseudonymAttributesAndInterviews() {
    people.change(current(), AttributeChange.set("Meter", "", "Prepaid"));
    people.filterProperty().set("prepaid");
    assertThat(names()).containsExactly("P-07");
    people.filterProperty().set("other");
    assertThat(names()).containsExactly("P-08");
    people.filterProperty().set("nobody");
    assertThat(names()).isEmpty();
    people.filterProperty().set("");
    assertThat(names()).hasSize(2);
  }

  @Test
  void attributesAreAddedRenamedAndRemoved() {
    people.change(current(), AttributeChange.set("Meter", "", "Prepaid"));
    people.change(current(), AttributeChange.rename("Meter", "Kind of meter", "Prepaid"));
    assertThat(current().person().attributes()).isEqualTo(Map.of("Kind of meter", "Prepaid"));
    people.change(current(), AttributeChange.remove("Kind of meter"));
    assertThat(current().person().attributes()).isEmpty();
    field.undo.undo();
    assertThat(current().person().attributes()).containsKey("Kind of meter");
  }

  @Test
  void newPersonTakesTheNextPseudonymAndIsLookedAt() {
    people.create();
    assertThat(current().person().pseudonym()).isEqualTo("P-09");
    field.undo.undo();
    assertThat(names()).containsExactly("P-07", "P-08");
  }

  @Test
  void pseudonymUsedTwiceIsNamedAndNothingIsMerged() {
    people.rename(current(), current().person().pseudonym(), " p-08 ");
    assertThat(people.rows()).hasSize(2).allMatch(ParticipantRow::isDoubled);
  }

  @Test
  void trashedPersonComesBackByTheToastAndTheInterviewStays() {
    people.trash();
    assertThat(names()).containsExactly("P-08");
    assertThat(field.list().rows()).hasSize(2);
    field.toasts.getLast().actions().getFirst().run().run();
    assertThat(names()).containsExactly("P-07", "P-08");
  }
}
