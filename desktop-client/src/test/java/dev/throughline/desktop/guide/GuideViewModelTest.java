package dev.throughline.desktop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.planning.PlanningDesk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideViewModelTest {
  @TempDir Path folder;
  private FieldDesk field;
  private RecordId study;
  private GuideViewModel guide;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    study = field.study("Tariff switching");
    guide = new GuideViewModel(new PlanningDesk(field).guide(), study);
  }

  @AfterEach
  void close() {
    guide.close();
    field.close();
  }

  private List<String> texts() {
    return guide.topics().stream().map(Topic::text).toList();
  }

  @Test
  void addedTopicsStandAtTheEndAndSeveralLinesMakeSeveral() {
    guide.add("One");
    guide.add("Two\nThree\n");
    assertThat(texts()).containsExactly("One", "Two", "Three");
    guide.addAfter(java.util.Optional.of(guide.topics().getFirst()), "Between");
    assertThat(texts()).containsExactly("One", "Between", "Two", "Three");
  }

  @Test
  void pasteIsOneStepBack() {
    guide.add("One\nTwo\nThree");
    assertThat(field.undo.undo()).isEqualTo(new UndoResult.Done("Add 3 topics"));
    assertThat(texts()).isEmpty();
    field.undo.redo();
    assertThat(texts()).containsExactly("One", "Two", "Three");
  }

  @Test
  void topicsMoveWithinTheGuideAndBack() {
    guide.add("One\nTwo\nThree");
    guide.moveUp(guide.topics().getLast());
    assertThat(texts()).containsExactly("One", "Three", "Two");
    guide.moveDown(guide.topics().getFirst());
    assertThat(texts()).containsExactly("Three", "One", "Two");
    guide.moveUp(guide.topics().getFirst());
    guide.moveDown(guide.topics().getLast());
    assertThat(texts()).containsExactly("Three", "One", "Two");
    guide.move(guide.topics().getLast(), 0);
    assertThat(texts()).containsExactly("Two", "Three", "One");
    field.undo.undo();
    assertThat(texts()).containsExactly("Three", "One", "Two");
  }

  @Test
  void manyMovesIntoOnePlaceNeverRunOutOfRoom() {
    guide.add("One\nTwo\nThree");
    for (int i = 0; i < 1_500; i++) {
      guide.move(guide.topics().getLast(), 1);
    }
    assertThat(texts()).hasSize(3).startsWith("One");
    assertThat(guide.topics()).extracting(Topic::rank).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void wordsAndKindChangeInPlaceAndNoWordsRemove() {
    guide.add("Ask");
    Topic topic = guide.topics().getFirst();
    guide.reword(topic, topic.text(), "Ask again");
    guide.changeKind(guide.topics().getFirst(), TopicKind.NOTE);
    assertThat(guide.topics().getFirst())
        .extracting(Topic::text, Topic::kind)
        .containsExactly("Ask again", TopicKind.NOTE);
    guide.reword(guide.topics().getFirst(), "Ask again", " ");
    assertThat(texts()).isEmpty();
    field.toasts.getLast().actions().getFirst().run().run();
    assertThat(texts()).containsExactly("Ask again");
  }

  @Test
  void fullGuideTakesNoMoreAndSaysSo() {
    guide.add("line\n".repeat(Guides.TOPICS_MAX));
    guide.add("one too many");
    assertThat(texts()).hasSize(Guides.TOPICS_MAX);
    assertThat(guide.errorProperty().get()).contains("300");
  }
}
