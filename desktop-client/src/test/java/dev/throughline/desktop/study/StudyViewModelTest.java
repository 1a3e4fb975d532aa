package dev.throughline.desktop.study;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.planning.PlanningDesk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyViewModelTest {
  @TempDir Path folder;
  private FieldDesk field;
  private PlanningDesk desk;
  private RecordId study;
  private StudyViewModel model;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    desk = new PlanningDesk(field);
    study = field.study("Tariff switching");
    model = desk.study(study);
  }

  @AfterEach
  void close() {
    model.close();
    field.close();
  }

  private StudySum sum() {
    return model.sumProperty().get();
  }

  @Test
  void coverageCountsHeldInterviewsOnceEach() {
    model.guide().add("One\nTwo");
    RecordId held = field.talk("Held", TODAY.minusDays(1)).in(study).with("P-1").save();
    RecordId coming = field.talk("Coming", TODAY).in(study).planned().save();
    field.talk("Elsewhere", TODAY.minusDays(1)).save();
    RecordId one = model.guide().topics().getFirst().id();
    field.save(desk.guides.tick(held, one, "Ines K.", 1));
    field.save(desk.guides.tick(coming, one, "Ines K.", 1));
    assertThat(sum().held()).isEqualTo(1);
    assertThat(sum().planned()).isEqualTo(1);
    assertThat(sum().interviews()).hasSize(2);
    assertThat(sum().people()).extracting(StudySum.Person::pseudonym).containsExactly("P-1");
    assertThat(sum().coverage()).extracting(StudySum.Covered::held).containsExactly(1L, 0L);
  }

  @Test
  void debtIsThatOfThisStudyOnly() {
    field.talk("Held", TODAY.minusDays(1)).in(study).with("P-1").consented().notes("n").save();
    field.talk("Elsewhere", TODAY.minusDays(1)).save();
    assertThat(sum().debts())
        .containsExactly(
            new StudySum.Debt(Gap.NO_DEBRIEF, 1), new StudySum.Debt(Gap.NO_TRANSCRIPT, 1));
  }

  @Test
  void oldGuideBecomesTopicsOnDemandAndStays() {
    assertThat(model.canMakeTopics()).isFalse();
    Value guide = Value.text("Bills\n1. Who opens them?\n2. When?");
    field.save(List.of(new Draft.Set(study, Study.KIND.name(), Map.of("guide", guide))));
    assertThat(model.canMakeTopics()).isTrue();
    model.makeTopics();
    assertThat(model.guide().topics())
        .extracting(Topic::text)
        .containsExactly("Bills", "Who opens them?", "When?");
    assertThat(model.canMakeTopics()).isFalse();
    assertThat(field.studies.find(study).orElseThrow().guide()).startsWith("Bills");
  }

  @Test
  void renamesAsksAndUndoes() {
    model.rename("Tariff switching", "Moving house");
    model.ask("", "What keeps people?");
    Study now = model.studyProperty().get().orElseThrow();
    assertThat(now.title()).isEqualTo("Moving house");
    assertThat(now.question()).isEqualTo("What keeps people?");
    field.undo.undo();
    field.undo.undo();
    assertThat(model.studyProperty().get().orElseThrow())
        .extracting(Study::title, Study::question)
        .containsExactly("Tariff switching", "");
    model.rename("Moving house", "  ");
    assertThat(model.studyProperty().get().orElseThrow().title()).isEqualTo("Tariff switching");
  }

  @Test
  void trashedStudyLeavesItsInterviewsAndComesBackByTheToast() {
    field.talk("Held", TODAY.minusDays(1)).in(study).save();
    model.trash();
    assertThat(model.goneProperty().get()).isTrue();
    assertThat(desk.left).isEqualTo(1);
    assertThat(desk.list.rows()).hasSize(1);
    field.toasts.getLast().actions().getFirst().run().run();
    assertThat(model.goneProperty().get()).isFalse();
  }

  @Test
  void newStudyIsOpenedAtOnce() {
    StudyListViewModel all = desk.studies();
    all.create();
    assertThat(desk.studies).hasSize(1);
    assertThat(all.lines())
        .extracting(line -> line.study().title())
        .containsExactly("New study", "Tariff switching");
  }
}
