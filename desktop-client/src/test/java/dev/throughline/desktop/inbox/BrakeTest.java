package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.store.Brake;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.sync.SyncRoundsOverRelay;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Removal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removals of much: before one's own gesture, and before those of others are taken in. */
class BrakeTest {
  private static final int STUDIES = 45;

  @TempDir Path folder;
  private TwoDesks desks;
  private final List<RecordId> studies = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    desks = new TwoDesks(folder);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < STUDIES; i++) {
      RecordId id = desks.anna.ledger().newRecord();
      studies.add(id);
      drafts.add(new Draft.Set(id, "study", Map.of("title", text("Study " + i))));
    }
    desks.anna.ledger().record(drafts);
    desks.round();
  }

  @AfterEach
  void close() {
    desks.close();
  }

  private List<Draft> trash(int count) {
    return studies.subList(0, count).stream()
        .map(id -> (Draft) new Draft.Move(id, "study", Action.TRASH))
        .toList();
  }

  private static long gone(ClientWiring desk) {
    return desk.ledger().store().aside().trashed("study").size();
  }

  private void bensRemoval() throws Exception {
    desks.ben.ledger().record(trash(10));
    desks.relay.push(desks.ben);
    SyncRoundsOverRelay.pull(desks.relay, desks.anna);
    desks.inbox.readSoon();
    desks.settle();
  }

  @Test
  void pullStopsBeforeItRemovesMuchAndTheInboxSaysWhoAndHowMany() throws Exception {
    bensRemoval();
    assertThat(gone(desks.anna)).isZero();
    HeldBack held = desks.anna.ledger().store().brake().held().orElseThrow();
    assertThat(held.author()).isEqualTo("Ben T.");
    assertThat(held.kinds()).isEqualTo(Map.of("study", 10));
    assertThat(desks.inbox.items().getFirst().line())
        .isEqualTo("Ben T.’s computer wants to remove 10 studies");
  }

  @Test
  void appliedTheyAreInTheTrashAndPullingGoesOn() throws Exception {
    bensRemoval();
    RecordId fresh = desks.ben.ledger().newRecord();
    Desk.save(desks.ben, new Draft.Set(fresh, "study", Map.of("title", text("New"))));
    desks.relay.push(desks.ben);
    desks.inbox.held((InboxItem.Held) desks.inbox.items().getFirst()).apply();
    SyncRoundsOverRelay.pull(desks.relay, desks.anna);
    assertThat(gone(desks.anna)).isEqualTo(10);
    assertThat(desks.anna.ledger().store().find(fresh)).isPresent();
    assertThat(desks.anna.ledger().store().brake().held()).isEmpty();
  }

  @Test
  void keptTheyComeOutOfTheTrashOnBothDesks() throws Exception {
    bensRemoval();
    desks.inbox.held((InboxItem.Held) desks.inbox.items().getFirst()).keep();
    SyncRoundsOverRelay.pull(desks.relay, desks.anna);
    assertThat(gone(desks.anna)).isZero();
    assertThat(desks.anna.ledger().store().toPush(100))
        .hasSize(10)
        .extracting(waiting -> waiting.op().group())
        .containsOnly(desks.anna.ledger().store().toPush(1).getFirst().op().group());
    desks.round();
    assertThat(gone(desks.ben)).isZero();
    assertThat(desks.inbox.items()).isEmpty();
  }

  @Test
  void whatIsHeldAndWhatWasDecidedSurvivesARestart() throws Exception {
    bensRemoval();
    desks.anna.close();
    ClientWiring again = Desk.open(folder.resolve("anna"));
    assertThat(again.ledger().store().brake().held()).isPresent();
    again.ledger().store().brake().decide(Brake.Decision.KEEP);
    again.close();
    ClientWiring third = Desk.open(folder.resolve("anna"));
    assertThat(third.ledger().store().brake().held()).isEmpty();
    SyncRoundsOverRelay.pull(desks.relay, third);
    assertThat(gone(third)).isZero();
    assertThat(third.ledger().store().toPush(100)).hasSize(10);
    third.close();
    desks.ben.close();
    desks = new TwoDesks(folder.resolve("other"));
  }

  @Test
  void whatSomebodyConfirmedIsTakenInWithoutAsking() throws Exception {
    desks.ben.ledger().recordRemoval(trash(10));
    desks.relay.push(desks.ben);
    SyncRoundsOverRelay.pull(desks.relay, desks.anna);
    assertThat(gone(desks.anna)).isEqualTo(10);
  }

  @Test
  void confirmedRemovalCarriesTheWordForExactlyTheseRecords() {
    desks.anna.ledger().recordRemoval(trash(10));
    Removal word = Removal.of(studies.subList(0, 10));
    assertThat(desks.anna.ledger().store().toPush(100))
        .hasSize(10)
        .allMatch(
            waiting ->
                waiting.op().fields().get(Removal.FIELD)
                        instanceof dev.throughline.model.sync.FieldChange.Put(var value)
                    && Removal.from(value).filter(word::equals).isPresent());
  }

  @Test
  void undoThatWouldRemoveMuchAsksFirst() {
    UndoLog log = desks.undo;
    List<Draft> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      RecordId id = desks.anna.ledger().newRecord();
      many.add(new Draft.Set(id, "study", Map.of("title", text("Imported " + i))));
    }
    log.run("Import", many);
    assertThat(log.undo()).isEqualTo(new UndoResult.RemovesMuch("Import", 12));
    assertThat(gone(desks.anna)).isZero();
    assertThat(log.undoLabel()).contains("Import");
    assertThat(log.isMuch(2)).isFalse();
  }

  @Test
  void ownRemovalComesBackWithoutBeingHeld() throws Exception {
    desks.anna.ledger().record(trash(10));
    desks.relay.push(desks.anna);
    SyncRoundsOverRelay.pull(desks.relay, desks.anna);
    assertThat(
            studies.subList(0, 10).stream()
                .flatMap(id -> desks.anna.ledger().store().find(id).stream())
                .filter(RecordView::trashed))
        .hasSize(10);
    assertThat(desks.anna.ledger().store().brake().held()).isEmpty();
  }
}
