package dev.throughline.desktop.guide;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.planning.PlanningDesk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageViewModelTest {
  @TempDir Path folder;
  private FieldDesk field;
  private PlanningDesk desk;
  private RecordId study;
  private RecordId interview;
  private CoverageViewModel coverage;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    desk = new PlanningDesk(field);
    study = field.study("Tariff switching");
    interview = field.talk("First look", TODAY).in(study).planned().save();
    coverage = new CoverageViewModel(desk.guide(), interview);
    coverage.show(Optional.of(study));
  }

  @AfterEach
  void close() {
    coverage.close();
    field.close();
  }

  private GuideViewModel write(String lines) {
    GuideViewModel guide = new GuideViewModel(desk.guide(), study);
    guide.add(lines);
    return guide;
  }

  private String words() {
    return CoverageView.words(coverage.guideProperty().get());
  }

  @Test
  void topicsAddedInTheStudyLaterAppear() {
    assertThat(coverage.guideProperty().get()).isEqualTo(Guide.NONE);
    write("Bills:\n- Who opens them? (5 min)\n- When? (10 min)");
    assertThat(words()).isEqualTo("0 of 2 covered, 15 min left");
    assertThat(coverage.toggleNumber(1)).isTrue();
    assertThat(words()).isEqualTo("1 of 2 covered, 10 min left");
  }

  @Test
  void tickRemembersWhoAndWhenAndIsTakenBack() {
    write("Who opens the bill?");
    coverage.toggleNumber(1);
    Guide guide = coverage.guideProperty().get();
    Coverage tick = guide.tick(guide.topics().getFirst()).orElseThrow();
    assertThat(tick.by()).isEqualTo("Ines K.");
    assertThat(tick.atMillis()).isEqualTo(field.clock.millis());
    coverage.toggleNumber(1);
    assertThat(words()).isEqualTo("0 of 1 covered");
    field.undo.undo();
    assertThat(words()).isEqualTo("1 of 1 covered");
    field.undo.undo();
    assertThat(words()).isEqualTo("0 of 1 covered");
    coverage.toggleNumber(1);
    assertThat(words()).isEqualTo("1 of 1 covered");
  }

  @Test
  void interviewWithoutAStudyHasItsOwnTopics() {
    coverage.show(Optional.empty());
    coverage.add("Only here\nAnd here");
    assertThat(coverage.guideProperty().get().topics())
        .extracting(Topic::text)
        .containsExactly("Only here", "And here");
    write("From the study");
    coverage.show(Optional.of(study));
    assertThat(coverage.guideProperty().get().topics())
        .extracting(Topic::text)
        .containsExactly("From the study", "Only here", "And here");
  }

  @Test
  void keysGoOnWithTheNextSectionOnlyWhenOneIsCovered() {
    write("A:\n- a1\n- a2\n\nB:\n- b1\n- b2\n- b3\n- b4\n- b5\n- b6\n- b7\n- b8\n- b9");
    List<Topic> topics = coverage.guideProperty().get().topics();
    assertThat(coverage.number(topics.get(1))).contains(1);
    coverage.toggleNumber(1);
    assertThat(coverage.number(topics.get(1))).contains(1);
    coverage.toggleNumber(2);
    topics = coverage.guideProperty().get().topics();
    assertThat(coverage.number(topics.get(1))).isEmpty();
    assertThat(coverage.number(topics.get(4))).contains(1);
    assertThat(coverage.toggleNumber(0)).isFalse();
    assertThat(coverage.toggleNumber(10)).isFalse();
  }
}
