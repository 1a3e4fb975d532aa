package dev.throughline.desktop.planning;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.TimeWords;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanViewModelTest {
  @TempDir Path folder;
  private FieldDesk field;
  private PlanningDesk desk;
  private PlanViewModel plan;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    desk = new PlanningDesk(field);
    plan = desk.plan();
  }

  @AfterEach
  void close() {
    field.close();
  }

  @Test
  void opensDatedTodayWithTheOnlyStudyThereIs() {
    RecordId study = field.study("Tariff switching");
    plan.begin();
    assertThat(plan.openProperty().get()).isTrue();
    assertThat(plan.dayProperty().get()).isEqualTo("24 Nov 2026");
    assertThat(plan.studyProperty().get()).contains(study);
  }

  @Test
  void planMakesAnInterviewAndWhoeverIsNotKnownYet() {
    RecordId study = field.study("Tariff switching");
    plan.begin(Optional.of(study));
    plan.participantProperty().set("P-12");
    plan.timeProperty().set("9.30");
    plan.placeProperty().set("Field visit");
    plan.plan();
    assertThat(plan.openProperty().get()).isFalse();
    InterviewRow row = desk.list.rows().getFirst();
    assertThat(row.participant()).isEqualTo("P-12");
    assertThat(row.interview().study()).contains(study);
    assertThat(row.interview().date()).contains(TODAY);
    assertThat(row.interview().time()).contains(LocalTime.of(9, 30));
    assertThat(row.interview().status()).isEqualTo(InterviewStatus.PLANNED);
    field.toasts.getLast().actions().getFirst().run().run();
    assertThat(desk.opened).containsExactly(row.interview().id());
  }

  @Test
  void planMeetsTheSamePersonAgainAndIsOneStepBack() {
    field.talk("Before", TODAY.minusDays(7)).with("P-07").save();
    plan.begin();
    plan.participantProperty().set("p-07 ");
    plan.plan();
    assertThat(desk.people.all()).hasSize(1);
    assertThat(desk.list.rows()).hasSize(2);
    field.undo.undo();
    assertThat(desk.list.rows()).hasSize(1);
    assertThat(desk.people.all()).hasSize(1);
  }

  @Test
  void wrongDayOrTimeIsSaidAndNothingIsLost() {
    plan.begin();
    plan.participantProperty().set("P-12");
    plan.dayProperty().set("soon");
    plan.plan();
    assertThat(plan.errorProperty().get()).contains("23 Nov 2026");
    plan.dayProperty().set("25 Nov 2026");
    plan.timeProperty().set("25:00");
    plan.plan();
    assertThat(plan.errorProperty().get()).contains("14:30");
    assertThat(plan.participantProperty().get()).isEqualTo("P-12");
    assertThat(desk.list.rows()).isEmpty();
    plan.timeProperty().set("");
    plan.plan();
    assertThat(desk.list.rows()).hasSize(1);
  }

  @Test
  void timesAreReadAsPeopleWriteThem() {
    assertThat(TimeWords.read("9:30")).contains(LocalTime.of(9, 30));
    assertThat(TimeWords.read("0930")).contains(LocalTime.of(9, 30));
    assertThat(TimeWords.read("14h")).contains(LocalTime.of(14, 0));
    assertThat(TimeWords.read("2 pm")).contains(LocalTime.of(14, 0));
    assertThat(TimeWords.read("12 am")).contains(LocalTime.of(0, 0));
    for (String wrong : new String[] {"", "noon", "24:00", "13 pm", "9:3", "123456"}) {
      assertThat(TimeWords.read(wrong)).as(wrong).isEmpty();
    }
  }
}
