package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.journal.EntryLog;
import dev.throughline.desktop.journal.Journal;
import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.journal.JournalPosition;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save and a pull that meet. */
class SaveAndPullTest {
  private static final WorkspaceId TEAM = WorkspaceId.of("018f3f5e-7c3a-7c00-8000-00000000aaaa");

  @TempDir Path folder;

  @Test
  void aPullThatComesBetweenJournalAndStoreWaitsForTheSave() throws Exception {
    InstantSource clock = InstantSource.system();
    try (ClientWiring keys = Desk.open(folder.resolve("keys"))) {
      var key = keys.profile().key();
      PulledBetween journal =
          new PulledBetween(
              Journal.open(new SystemDisk(), folder.resolve("journal"), key, new SecureRandom()));
      LocalStore store =
          LocalStore.open(new SystemDisk(), LocalStore.file(folder), key.password("store"));
      try (Ledger ledger =
          new Ledger(journal, store, new SystemIds(clock, new SecureRandom()), clock)) {
        RecordId memo = answered(ledger);
        journal.pull = () -> store.apply(pull(memo));
        SaveResult saved =
            ledger.record(
                List.of(new Draft.Text(memo, Memo.KIND.name(), "notes", "one", "one two")));
        journal.puller.join();
        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
        RecordView view = store.find(memo).orElseThrow();
        assertThat(new FieldMap(view.fields()).text("notes")).isEqualTo("one two");
        assertThat(view.waiting()).isEqualTo(1);
        assertThat(store.toPush(1).getFirst().op().fields().get("notes"))
            .isInstanceOfSatisfying(
                FieldChange.TextEdit.class,
                edit -> assertThat(edit.base()).isEqualTo(new TextBase.Inline("one")));
      }
    }
  }

  /** The server's data was put back from an older copy, and others have written since. */
  @Test
  void whatTheLogDoesNotHaveAnyMoreGoesOutAgain() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId memo = answered(desk.ledger());
      desk.ledger().store().apply(pull(desk.ledger().newRecord()));
      LocalStore store = desk.ledger().store();
      assertThat(new FieldMap(store.find(memo).orElseThrow().fields()).text("notes"))
          .isEqualTo("one");
      assertThat(store.toPush(10))
          .singleElement()
          .satisfies(waiting -> assertThat(waiting.op().record()).isEqualTo(memo));
      long opNo = store.toPush(1).getFirst().op().opNo();
      Outcome had = new Outcome.Duplicate(new Outcome.Applied(1));
      desk.ledger().answered(List.of(new OpOutcome(opNo, had)));
      assertThat(store.counts()).isEqualTo(new LocalStore.Counts(0, 0));
    }
  }

  @Test
  void whatAPullTellsOfIsSettled() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId memo = answered(desk.ledger());
      desk.ledger().store().apply(pull(memo));
      assertThat(desk.ledger().store().toPush(10)).isEmpty();
      assertThat(desk.ledger().store().find(memo).orElseThrow().waiting()).isZero();
    }
  }

  /** A first pull expects nothing to be here, and what it met half way must not be lost. */
  @Test
  void aPullFromTheBeginningMeetsWhatIsHere() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId memo = answered(desk.ledger());
      RecordId other = desk.ledger().newRecord();
      RecordId gone = desk.ledger().newRecord();
      List<Change> changes =
          List.of(change(1, other, false), change(2, memo, false), change(3, gone, true));
      LocalStore store = desk.ledger().store();
      store.apply(new PullAnswer(0, new Cursor(TEAM, "epoch", 3, "cd"), 9_000, changes));
      assertThat(store.findAll(List.of(other, memo, gone))).hasSize(3);
      assertThat(store.find(memo).orElseThrow().waiting()).isZero();
      assertThat(store.arrivals(0, 10)).hasSize(3);
    }
  }

  /** Of thousands that were there before, only what the trash has to name an author for. */
  @Test
  void ofAFirstPullOnlyTheEndOfTheLogIsNews() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      desk.ledger().joined(TEAM, "Team");
      List<Change> changes =
          List.of(
              change(1, desk.ledger().newRecord(), false),
              change(2, desk.ledger().newRecord(), true),
              change(8_000, desk.ledger().newRecord(), false));
      LocalStore store = desk.ledger().store();
      store.apply(new PullAnswer(0, new Cursor(TEAM, "epoch", 8_000, "cd"), 9_000, changes));
      assertThat(store.arrivals(0, 10)).extracting(Arrival::seq).containsExactly(2L);
      store.apply(
          new PullAnswer(
              8_000,
              new Cursor(TEAM, "epoch", 9_000, "ef"),
              9_000,
              List.of(change(9_000, desk.ledger().newRecord(), false))));
      store.apply(
          new PullAnswer(
              9_000,
              new Cursor(TEAM, "epoch", 9_001, "01"),
              9_001,
              List.of(change(9_001, desk.ledger().newRecord(), false))));
      assertThat(store.arrivals(0, 10))
          .as("what comes after the first pull is news")
          .extracting(Arrival::seq)
          .containsExactly(9_001L, 9_000L, 2L);
    }
  }

  private static Change change(long seq, RecordId memo, boolean trashed) {
    TreeMap<String, Value> fields = new TreeMap<>(Map.of("notes", Value.text("one")));
    return new Change(seq, memo, Memo.KIND.name(), trashed, fields, "Anna", "other", 1);
  }

  /** A record that the server has, of which the pull has not come yet. */
  private static RecordId answered(Ledger ledger) throws JournalException {
    RecordId memo = ledger.newRecord();
    Map<String, Value> fields = Map.of("notes", Value.text("one"));
    ledger.record(List.of(new Draft.Set(memo, Memo.KIND.name(), fields)));
    long opNo = ledger.store().toPush(10).getFirst().op().opNo();
    ledger.joined(TEAM, "Team");
    ledger.sent(List.of(opNo));
    ledger.answered(List.of(new OpOutcome(opNo, new Outcome.Applied(1))));
    return memo;
  }

  private static PullAnswer pull(RecordId memo) {
    TreeMap<String, Value> fields = new TreeMap<>(Map.of("notes", Value.text("one")));
    Change change = new Change(1, memo, Memo.KIND.name(), false, fields, "Anna", "server", 1);
    return new PullAnswer(0, new Cursor(TEAM, "epoch", 1, "cd"), 1, List.of(change));
  }

  /** A journal after whose next entry a pull comes on another thread. */
  private static final class PulledBetween implements EntryLog {
    private final Journal journal;
    private Runnable pull = () -> {};
    private Thread puller = new Thread(() -> {});

    PulledBetween(Journal journal) {
      this.journal = journal;
    }

    @Override
    public JournalPosition append(JournalEntry entry) throws JournalException {
      JournalPosition position = journal.append(entry);
      puller = Thread.ofPlatform().start(pull);
      pull = () -> {};
      // It either waits for the save now, or is through.
      while (puller.isAlive() && puller.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      return position;
    }

    @Override
    public void read(JournalPosition after, Reader reader) throws JournalException {
      journal.read(after, reader);
    }

    @Override
    public JournalPosition end() {
      return journal.end();
    }

    @Override
    public boolean isEmpty() {
      return journal.isEmpty();
    }

    @Override
    public void close() throws JournalException {
      journal.close();
    }
  }
}
