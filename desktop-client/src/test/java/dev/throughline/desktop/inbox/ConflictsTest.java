package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conflicts of two desks that met in the real merge, and how one of them settles them. */
class ConflictsTest {
  @TempDir Path folder;
  private TwoDesks desks;
  private RecordId study;

  @BeforeEach
  void open() throws Exception {
    desks = new TwoDesks(folder);
    study = desks.known("study", Map.of("title", text("Tariffs"), "question", text("Why stay?")));
  }

  @AfterEach
  void close() {
    desks.close();
  }

  private void clashOfTitles() throws Exception {
    desks.clash(study, "study", "title", "Ben's title", "Anna's title");
  }

  @Test
  void cardNamesBothSidesAndSaysWhy() throws Exception {
    clashOfTitles();
    Contested one = desks.card().fields().getFirst();
    assertThat(one.field()).isEqualTo("Title");
    assertThat(one.before()).isEqualTo("Tariffs");
    assertThat(one.shown().words()).isEqualTo("Anna's title");
    assertThat(one.shown().isMine()).isTrue();
    assertThat(one.kept().name()).isEqualTo("Ben T.");
    assertThat(one.why())
        .isEqualTo("Both of you changed it. The one from you was written later, so we show it.");
    assertThat(one.mine()).contains(Answer.SHOWN);
    assertThat(one.answers()).containsExactly(Answer.SHOWN, Answer.KEPT);
    assertThat(desks.card().other()).contains("Ben T.");
  }

  @Test
  void cardOfTwoOthersNamesThemBoth() throws Exception {
    try (ClientWiring cleo = Desk.open(folder.resolve("cleo"))) {
      desks.relay.join(cleo);
      desks.relay.pull(cleo);
      clashOfTitles();
      desks.relay.pull(cleo);
      LocalStore store = cleo.ledger().store();
      assertThat(new Conflicts(store, new RecordNames(store)).all(true))
          .singleElement()
          .extracting(Contested::why)
          .isEqualTo(
              "Anna K. and Ben T. both changed it. The one from Anna K. was written later, so we"
                  + " show it.");
    }
  }

  @Test
  void theirsIsTakenOnBothDesksAndOneUndoTakesItBack() throws Exception {
    clashOfTitles();
    desks.pick(0, Answer.KEPT);
    desks.inbox.save();
    desks.round();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Ben's title");
    assertThat(desks.held(desks.ben, study, "title")).isEqualTo("Ben's title");
    assertThat(desks.inbox.items()).isEmpty();
    assertThat(desks.undo.undo()).isInstanceOf(UndoResult.Done.class);
    desks.round();
    assertThat(desks.held(desks.ben, study, "title")).isEqualTo("Anna's title");
    assertThat(desks.inbox.items()).hasSize(1);
  }

  @Test
  void settledConflictStaysFindableAndCanBeDecidedAgain() throws Exception {
    clashOfTitles();
    desks.card().allTheirs();
    desks.inbox.save();
    desks.round();
    desks.inbox.showsSettledProperty().set(true);
    Contested settled = desks.card().fields().getFirst();
    assertThat(settled.isOpen()).isFalse();
    assertThat(settled.taken()).contains(Answer.KEPT);
    desks.card().reopen();
    desks.settle();
    desks.inbox.showsSettledProperty().set(false);
    assertThat(desks.inbox.items()).hasSize(1);
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Ben's title");
  }

  @Test
  void fieldThatMovedWhileTheCardWasOpenIsNotOverwritten() throws Exception {
    clashOfTitles();
    desks.pick(0, Answer.KEPT);
    ConflictViewModel card = desks.card();
    desks.set(desks.anna, study, "study", "title", "A third title");
    card.save();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("A third title");
    assertThat(card.noticeProperty().get()).startsWith("Title was changed while this was open.");
    assertThat(card.fields().getFirst().now()).isEqualTo(text("A third title"));
    assertThat(card.answer(card.fields().getFirst()).get()).isEmpty();
    assertThat(desks.toasts.getLast().title()).isEqualTo("Changed while you decided");
    card.answer(card.fields().getFirst()).set(Optional.of(Answer.KEPT));
    card.save();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Ben's title");
  }

  @Test
  void conflictThatTheOtherOneSettledMeanwhileIsNotSettledTwice() throws Exception {
    clashOfTitles();
    desks.pick(0, Answer.KEPT);
    ConflictViewModel card = desks.card();
    RecordId conflict = card.fields().getFirst().id();
    desks.set(desks.ben, conflict, "conflict", "state", "resolved");
    desks.relay.push(desks.ben);
    desks.relay.pull(desks.anna);
    card.save();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Anna's title");
    assertThat(card.fields().getFirst().isOpen()).isFalse();
  }

  @Test
  void similarConflictsAreAnsweredTheSameWayInOneStep() throws Exception {
    RecordId other = desks.known("study", Map.of("title", text("Winter")));
    RecordId third = desks.known("interview", Map.of("title", text("Letters")));
    clashOfTitles();
    desks.clash(other, "study", "title", "Ben's winter", "Anna's winter");
    desks.clash(third, "interview", "title", "Ben asks", "Anna asks");
    desks.inbox.selectedProperty().set(Optional.of(desks.inbox.items().getLast()));
    desks.card().allTheirs();
    assertThat(desks.card().similarProperty().get()).isEqualTo(1);
    desks.card().alikeProperty().set(true);
    desks.inbox.save();
    desks.settle();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Ben's title");
    assertThat(desks.held(desks.anna, other, "title")).isEqualTo("Ben's winter");
    assertThat(desks.inbox.items()).hasSize(1);
    assertThat(desks.undo.undo()).isEqualTo(new UndoResult.Done("Settle 2 conflicts"));
    desks.settle();
    assertThat(desks.held(desks.anna, study, "title")).isEqualTo("Anna's title");
    assertThat(desks.held(desks.anna, other, "title")).isEqualTo("Anna's winter");
    assertThat(desks.inbox.items()).hasSize(3);
  }

  private RecordId overlap() throws Exception {
    RecordId interview = desks.known("interview", Map.of("title", text("The price letter")));
    String base = "She read the letter twice before she said a word.";
    RecordId memo = desks.known("memo", Map.of("interview", text(interview), "notes", text(base)));
    Desk.type(desks.ben, memo, base, base.replace("twice", "three times"));
    Desk.type(desks.anna, memo, base, base.replace("twice", "aloud"));
    desks.round();
    return memo;
  }

  @Test
  void bothPassagesStandInTheTextAndOneCanBeTakenOut() throws Exception {
    RecordId memo = overlap();
    assertThat(desks.held(desks.anna, memo, "notes")).contains("three times").contains("aloud");
    Contested one = desks.card().fields().getFirst();
    assertThat(one.isOverlap()).isTrue();
    assertThat(one.answers()).contains(Answer.BOTH, Answer.SHOWN, Answer.KEPT, Answer.OWN);
    desks.card().allMine();
    desks.inbox.save();
    desks.round();
    assertThat(desks.held(desks.ben, memo, "notes"))
        .isEqualTo("She read the letter aloud before she said a word.");
    desks.undo.undo();
    desks.round();
    assertThat(desks.held(desks.ben, memo, "notes")).contains("three times").contains("aloud");
  }

  @Test
  void passageCanBeWrittenAnew() throws Exception {
    RecordId memo = overlap();
    Contested one = desks.card().fields().getFirst();
    desks.card().own(one).set("aloud, three times");
    desks.pick(0, Answer.OWN);
    desks.inbox.save();
    desks.round();
    assertThat(desks.held(desks.ben, memo, "notes"))
        .isEqualTo("She read the letter aloud, three times before she said a word.");
  }

  @Test
  void bothCanBeKeptAndTheTextStaysAsItIs() throws Exception {
    RecordId memo = overlap();
    String text = desks.held(desks.anna, memo, "notes");
    desks.pick(0, Answer.BOTH);
    desks.inbox.save();
    desks.round();
    assertThat(desks.held(desks.anna, memo, "notes")).isEqualTo(text);
    assertThat(desks.inbox.items()).isEmpty();
  }

  @Test
  void passageThatWasEditedSinceIsLeftAlone() throws Exception {
    RecordId memo = overlap();
    String text = desks.held(desks.anna, memo, "notes");
    Desk.type(desks.anna, memo, text, "She read it.");
    desks.settle();
    Contested one = desks.card().fields().getFirst();
    assertThat(one.answers()).containsExactly(Answer.BOTH);
  }

  @Test
  void editBeatsTrashAndTheTrashCanBeTakenAllTheSame() throws Exception {
    desks.set(desks.anna, study, "study", "title", "Edited");
    Desk.save(desks.ben, new Draft.Move(study, "study", Action.TRASH));
    desks.relay.push(desks.anna);
    desks.round();
    Contested one = desks.card().fields().getFirst();
    assertThat(one.isTrash()).isTrue();
    assertThat(one.why()).contains("because an edit is work");
    desks.pick(0, Answer.KEPT);
    desks.inbox.save();
    desks.round();
    assertThat(desks.ben.ledger().store().find(study).orElseThrow().trashed()).isTrue();
    desks.undo.undo();
    desks.round();
    assertThat(desks.ben.ledger().store().find(study).orElseThrow().trashed()).isFalse();
  }

  @Test
  void attributesThatEachAddedCanBothBeKept() throws Exception {
    RecordId person =
        desks.known("participant", Map.of("pseudonym", text("P-07"), "attributes", with()));
    attributes(desks.ben, person, with("role", "buyer"));
    attributes(desks.anna, person, with("city", "Leipzig"));
    desks.round();
    desks.pick(0, Answer.BOTH);
    desks.inbox.save();
    desks.round();
    assertThat(desks.ben.ledger().store().find(person).orElseThrow().fields().get("attributes"))
        .isEqualTo(with("role", "buyer", "city", "Leipzig"));
  }

  private static Value with(String... pairs) {
    Map<String, Value> entries = new TreeMap<>(Map.of("age", text("40 to 50")));
    for (int i = 0; i < pairs.length; i += 2) {
      entries.put(pairs[i], text(pairs[i + 1]));
    }
    return new Value.Entries(entries);
  }

  private static void attributes(ClientWiring desk, RecordId person, Value all) {
    Desk.save(desk, new Draft.Set(person, "participant", Map.of("attributes", all)));
  }

  @Test
  void conflictWithoutAStateWaitsForADecision() throws Exception {
    clashOfTitles();
    RecordId conflict = desks.card().fields().getFirst().id();
    Desk.save(desks.ben, new Draft.Set(conflict, "conflict", Map.of("state", Value.NOTHING)));
    desks.round();
    assertThat(desks.inbox.items()).hasSize(1);
    desks.pick(0, Answer.KEPT);
    desks.inbox.save();
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
  }

  @Test
  void everyRuleHasItsSentence() {
    for (String rule :
        new String[] {
          "later-shown", "both-kept", "edit-beats-trash", "stricter-wins", "moved-twice", "other"
        }) {
      assertThat(dev.throughline.desktop.ui.Texts.has("inbox.rule." + rule)).isTrue();
      assertThat(dev.throughline.desktop.ui.Texts.has("inbox.rule." + rule + ".others")).isTrue();
    }
  }
}
