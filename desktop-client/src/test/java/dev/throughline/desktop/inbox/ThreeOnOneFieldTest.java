package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three people change one field while apart: that is one question with three values. */
class ThreeOnOneFieldTest {
  @TempDir Path folder;
  private TwoDesks desks;
  private ClientWiring cleo;
  private RecordId study;

  @BeforeEach
  void threeMeet() throws Exception {
    desks = new TwoDesks(folder);
    cleo = Desk.open(folder.resolve("cleo"));
    cleo.settings().setDisplayName("Cleo M.");
    desks.relay.join(cleo);
    study = desks.known("study", Map.of("title", text("Tariffs"), "question", text("Why stay?")));
    desks.relay.pull(cleo);
    title(desks.ben, "Ben's title");
    title(cleo, "Cleo's title");
    title(desks.anna, "Anna's title");
    desks.relay.push(desks.ben);
    desks.relay.push(cleo);
    desks.round();
  }

  private void title(ClientWiring desk, String title) {
    desks.set(desk, study, "study", "title", title);
    LockSupport.parkNanos(3_000_000);
  }

  @AfterEach
  void close() {
    desks.close();
    cleo.close();
  }

  private FieldQuestion only() {
    List<FieldQuestion> questions = desks.card().questions();
    assertThat(questions).hasSize(1);
    return questions.getFirst();
  }

  private void choose(String words) {
    FieldQuestion.Choice choice =
        only().choices().stream()
            .filter(one -> one.value().equals(text(words)))
            .findFirst()
            .orElseThrow();
    desks.card().answer(choice.of()).set(Optional.of(choice.side()));
  }

  @Test
  void oneQuestionOffersEachValueOnce() {
    assertThat(only().parts()).hasSize(2);
    assertThat(only().choices())
        .extracting(FieldQuestion.Choice::value)
        .containsExactlyInAnyOrder(text("Anna's title"), text("Ben's title"), text("Cleo's title"));
    assertThat(only().choices().getFirst().value()).isEqualTo(text("Anna's title"));
    assertThat(only().why())
        .isEqualTo(
            "Several people changed it. We show the one from you and keep the others until somebody"
                + " decides.");
    assertThat(only().isChangedSince()).isFalse();
    assertThat(desks.inbox.items().getFirst().line()).isEqualTo("Title: Anna's title");
  }

  @Test
  void anyOfThemCanBeTakenAndOneUndoTakesItBack() throws Exception {
    for (String chosen : List.of("Cleo's title", "Ben's title", "Anna's title")) {
      choose(chosen);
      assertThat(desks.card().decidedProperty().get()).isEqualTo(1);
      desks.inbox.save();
      desks.round();
      assertThat(desks.held(desks.ben, study, "title")).isEqualTo(chosen);
      assertThat(desks.inbox.items()).isEmpty();
      assertThat(desks.undo.undo()).isInstanceOf(UndoResult.Done.class);
      desks.round();
      assertThat(desks.held(desks.ben, study, "title")).isEqualTo("Anna's title");
      assertThat(desks.inbox.items()).hasSize(1);
    }
  }

  @Test
  void lastChoiceIsTheAnswerAndTakingItBackLeavesNone() {
    choose("Cleo's title");
    choose("Ben's title");
    desks.inbox.save();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Ben's title");
    desks.undo.undo();
    desks.settle();
    choose("Ben's title");
    desks.card().answer(only().latest()).set(Optional.empty());
    assertThat(desks.card().decidedProperty().get()).isZero();
  }

  @Test
  void settledCardTellsTheOneThatWasTaken() {
    choose("Cleo's title");
    desks.inbox.save();
    desks.settle();
    desks.inbox.showsSettledProperty().set(true);
    FieldQuestion settled = only();
    assertThat(settled.latest().isOpen()).isFalse();
    assertThat(settled.taken().orElseThrow().value()).isEqualTo(text("Cleo's title"));
  }

  @Test
  void answersToOthersDoNotDecideBetweenThree() throws Exception {
    RecordId other = desks.known("study", Map.of("title", text("Winter")));
    desks.clash(other, "study", "title", "Ben's winter", "Anna's winter");
    desks
        .inbox
        .selectedProperty()
        .set(
            desks.inbox.items().stream()
                .filter(item -> item.line().equals("Title: Anna's winter"))
                .findFirst());
    desks.card().allTheirs();
    assertThat(desks.card().similarProperty().get()).isZero();
    assertThat(Texts.has("inbox.rule.several")).isTrue();
  }
}
