package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Removal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParkedTest {
  @TempDir Path folder;
  private TwoDesks desks;
  private RecordId interview;

  @BeforeEach
  void open() throws Exception {
    desks = new TwoDesks(folder);
    interview =
        desks.known("interview", Map.of("title", text("The letter"), "place", text("Berlin")));
  }

  @AfterEach
  void close() {
    desks.close();
  }

  private void park(ParkReason reason) {
    desks.relay.park(op -> Optional.of(reason));
  }

  private void takeAll() {
    desks.relay.park(op -> Optional.empty());
  }

  private ParkedViewModel parked() {
    return desks.inbox.parked((InboxItem.Parked) desks.inbox.items().getFirst());
  }

  @Test
  void cardSaysWhatItIsAndWhy() throws Exception {
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "place", "A very long place");
    desks.round();
    ParkedCase what = parked().what();
    assertThat(what.title()).isEqualTo("Interview place");
    assertThat(what.belongsTo()).isEqualTo("The letter");
    assertThat(what.changes())
        .containsExactly(new ParkedCase.Line("Interview, place", "A very long place"));
    assertThat(what.why()).contains("412 characters");
    assertThat(what.canBeFixed()).isTrue();
    parked().fix();
    assertThat(desks.opened).containsExactly(interview);
  }

  @Test
  void whatIsFixedInItsPlaceGoesOutAndTheCardIsGone() throws Exception {
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "place", "A very long place");
    desks.round();
    takeAll();
    desks.set(desks.anna, interview, "interview", "place", "Kitchen");
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
    assertThat(desks.held(desks.ben, interview, "place")).isEqualTo("Kitchen");
    assertThat(desks.held(desks.anna, interview, "place")).isEqualTo("Kitchen");
  }

  @Test
  void fixedTextKeepsEverythingThatWasTypedBefore() throws Exception {
    RecordId memo =
        desks.known("memo", Map.of("interview", text(interview), "notes", text("One.")));
    park(ParkReason.BASE_UNKNOWN);
    Desk.type(desks.anna, memo, "One.", "One. Two.");
    desks.round();
    takeAll();
    Desk.type(desks.anna, memo, "One. Two.", "One. Two. Three.");
    desks.round();
    assertThat(desks.held(desks.ben, memo, "notes")).isEqualTo("One. Two. Three.");
    assertThat(desks.inbox.items()).isEmpty();
  }

  @Test
  void textTypedOnAnOlderLookKeepsEveryWord() throws Exception {
    String base = "One two three four.";
    RecordId memo = desks.known("memo", Map.of("interview", text(interview), "notes", text(base)));
    desks.relay.park(
        op ->
            op.record().equals(memo) && desks.anna.ledger().store().counts().waiting() > 0
                ? Optional.of(ParkReason.BASE_UNKNOWN)
                : Optional.empty());
    Desk.type(desks.anna, memo, base, "One two three four. Anna.");
    desks.relay.push(desks.anna);
    takeAll();
    Desk.type(desks.ben, memo, base, "Ben. One two three four.");
    desks.relay.push(desks.ben);
    desks.relay.pull(desks.anna);
    Desk.type(desks.anna, memo, base, "One two and three four.");
    desks.round();
    assertThat(desks.held(desks.ben, memo, "notes")).contains("Ben.", "Anna.", "two and three");
    assertThat(desks.held(desks.anna, memo, "notes"))
        .isEqualTo(desks.held(desks.ben, memo, "notes"));
  }

  @Test
  void editOfAnotherFieldLeavesTheCardAlone() throws Exception {
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "place", "A very long place");
    desks.round();
    takeAll();
    desks.set(desks.anna, interview, "interview", "title", "Renamed");
    desks.round();
    assertThat(desks.inbox.items()).hasSize(1);
    assertThat(desks.held(desks.ben, interview, "title")).isEqualTo("Renamed");
    assertThat(desks.held(desks.anna, interview, "place")).isEqualTo("A very long place");
  }

  @Test
  void sentAgainItIsANewOperationWithTheSameContent() throws Exception {
    park(ParkReason.NOT_ALLOWED);
    desks.set(desks.anna, interview, "interview", "place", "Hamburg");
    desks.round();
    Op old = parked().what().ops().getFirst().op();
    parked().sendAgain();
    Op fresh = desks.anna.ledger().store().toPush(10).getFirst().op();
    assertThat(fresh.id()).isNotEqualTo(old.id());
    assertThat(fresh.opNo()).isGreaterThan(old.opNo());
    assertThat(fresh.fields()).isEqualTo(old.fields());
    takeAll();
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
    assertThat(desks.held(desks.ben, interview, "place")).isEqualTo("Hamburg");
  }

  @Test
  void discardingAsksShowsWhatIsLostAndFallsBackToTheServer() throws Exception {
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "place", "A very long place");
    desks.round();
    parked().discard(() -> {});
    assertThat(desks.held(desks.anna, interview, "place")).isEqualTo("A very long place");
    var question = desks.asked.getFirst();
    assertThat(question.shown()).contains("A very long place");
    assertThat(question.before()).isPresent();
    question.yes().run().run();
    desks.settle();
    assertThat(desks.held(desks.anna, interview, "place")).isEqualTo("Berlin");
    assertThat(desks.inbox.items()).isEmpty();
    assertThat(desks.anna.ledger().store().counts().parked()).isZero();
  }

  @Test
  void recordThatOnlyEverWasKeptAsideGoesWithItsChildren() throws Exception {
    RecordId fresh = desks.anna.ledger().newRecord();
    RecordId memo = desks.anna.ledger().newRecord();
    desks.relay.park(
        op ->
            op.record().equals(fresh)
                ? Optional.of(ParkReason.INVALID)
                : op.record().equals(memo) ? Optional.of(ParkReason.PARENT) : Optional.empty());
    Desk.save(desks.anna, new Draft.Set(fresh, "interview", Map.of("title", text("New"))));
    Desk.save(
        desks.anna,
        new Draft.Set(memo, "memo", Map.of("interview", text(fresh), "notes", text("Typed"))));
    desks.round();
    assertThat(desks.inbox.items()).hasSize(1);
    ParkedCase what = parked().what();
    assertThat(what.ops()).hasSize(2);
    assertThat(what.reason()).isEqualTo(ParkReason.INVALID);
    parked().discard(() -> {});
    desks.asked.getFirst().yes().run().run();
    assertThat(desks.anna.ledger().store().find(fresh)).isEmpty();
    assertThat(desks.anna.ledger().store().find(memo)).isEmpty();
  }

  @Test
  void whatWasDiscardedAndSentAgainIsSoAfterARebuildFromTheJournal() throws Exception {
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "place", "A very long place");
    desks.round();
    parked().discard(() -> {});
    desks.asked.getFirst().yes().run().run();
    desks.set(desks.anna, interview, "interview", "place", "Another long place");
    desks.round();
    parked().sendAgain();
    desks.anna.close();
    try (var files = Files.walk(folder.resolve("anna").resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (var again = Desk.open(folder.resolve("anna"))) {
      assertThat(again.ledger().store().counts().parked()).isZero();
      assertThat(again.ledger().store().toPush(10)).hasSize(1);
    }
    desks = new TwoDesks(folder.resolve("other"));
  }

  @Test
  void exportHoldsTheWholeValue() throws Exception {
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "place", "A very long place");
    desks.round();
    Path file = folder.resolve("aside.json");
    parked().export(file);
    assertThat(Files.readString(file)).contains("A very long place").contains("\"operations\"");
    assertThat(desks.toasts.getLast().title()).isEqualTo("Exported");
  }

  @Test
  void wordsOfWhomSaidNoAreNotExportedAndStayHere() throws Exception {
    RecordId who = desks.known("participant", Map.of("pseudonym", text("P-07")));
    desks.set(desks.anna, interview, "interview", "participant", who.toString());
    Desk.save(
        desks.anna,
        new Consents(desks.anna.ledger().store())
            .set(who, Optional.empty(), Map.of("quote", text("refused"))));
    desks.round();
    park(ParkReason.INVALID);
    desks.set(desks.anna, interview, "interview", "surprise", "the price");
    desks.round();
    Path file = folder.resolve("aside.json");
    parked().export(file);
    assertThat(file).doesNotExist();
    assertThat(desks.toasts.getLast().detail())
        .isEqualTo("P-07 did not agree to be quoted. Nothing was exported.");
  }

  @Test
  void removalThatWantsAWordIsConfirmedOrKept() throws Exception {
    List<RecordId> many = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      many.add(desks.known("study", Map.of("title", text("Study " + i))));
    }
    desks.relay.park(
        op ->
            op.action() == Action.TRASH && !op.fields().containsKey(Removal.FIELD)
                ? Optional.of(ParkReason.MASS_CHANGE)
                : Optional.empty());
    List<Draft> drafts =
        many.stream().map(id -> (Draft) new Draft.Move(id, "study", Action.TRASH)).toList();
    desks.anna.ledger().record(drafts);
    desks.round();
    assertThat(parked().what().title()).isEqualTo("3 records to the trash");
    parked().remove();
    desks.asked.getFirst().yes().run().run();
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
    assertThat(many).allMatch(id -> isTrashed(id));
  }

  private boolean isTrashed(RecordId id) {
    return desks.ben.ledger().store().find(id).filter(RecordView::trashed).isPresent();
  }

  @Test
  void keptRemovalTakesNothingAway() throws Exception {
    park(ParkReason.MASS_CHANGE);
    Desk.save(desks.anna, new Draft.Move(interview, "interview", Action.TRASH));
    desks.round();
    assertThat(desks.anna.ledger().store().find(interview).orElseThrow().trashed()).isTrue();
    parked().keep();
    assertThat(desks.anna.ledger().store().find(interview).orElseThrow().trashed()).isFalse();
  }
}
