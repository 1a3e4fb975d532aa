package dev.throughline.desktop.store;

import dev.throughline.desktop.journal.EntryLog;
import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.journal.JournalPosition;
import dev.throughline.desktop.platform.Ids;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Removal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Saves: numbers the operations, writes the journal, then the store. When {@link #record} answers
 * {@code Saved} the work survives any crash of this process or of the machine. Any thread.
 */
public final class Ledger implements AutoCloseable {
  private final EntryLog journal;
  private final LocalStore store;
  private final Ids ids;
  private final InstantSource clock;
  private final OpBuilder builder;
  private final List<Runnable> copied = new CopyOnWriteArrayList<>();
  private final JournalMending mending;
  private JournalState journalState;
  private Hlc hlc;
  private long opNo;

  /**
   * Opens the ledger of a profile: brings the store up to the journal, mends a journal that has
   * lost something, and counts the start.
   */
  public Ledger(EntryLog journal, LocalStore store, Ids ids, InstantSource clock)
      throws JournalException {
    this.journal = journal;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.builder = new OpBuilder(store, ids);
    this.mending = new JournalMending(journal, store);
    catchUp();
    store.beforePulls(this::catchUp);
    boolean isNew = store.device().isEmpty();
    if (isNew) {
      keep(new JournalEntry.Identity(new DeviceId(ids.next()), new WorkspaceId(ids.next())));
    }
    this.journalState = mending.mend();
    if (!isNew) {
      // Said at every start: a journal whose beginning is damaged still tells whose it is.
      keep(new JournalEntry.Identity(store.device().orElseThrow(), store.home()));
    }
    // Two copies of a profile are rarely opened in one millisecond; a count they would share.
    keep(new JournalEntry.Started(Math.max(store.started().incarnation() + 1, clock.millis())));
    this.hlc = new Hlc(store.lastMillis(), 0);
    this.opNo = store.lastOpNo();
  }

  /**
   * Goes on as a device of its own, because another copy of this profile uses the present one's
   * numbers. What waits goes out under the new device; its ids stay, so that what the other copy
   * sent already is not there twice.
   *
   * @param refused the device that was refused; nothing happens when it is another by now
   */
  public void becomeNewDevice(DeviceId refused) throws JournalException {
    synchronized (this) {
      if (!store.device().equals(Optional.of(refused))) {
        return;
      }
      keep(new JournalEntry.Identity(new DeviceId(ids.next()), store.home()));
    }
    copied.forEach(Runnable::run);
  }

  /** Calls back, on the thread that syncs, when this profile turned out to be a copy. */
  public void onCopied(Runnable told) {
    copied.add(told);
  }

  /** Saves drafts as one group: all of them or none. */
  public SaveResult record(List<Draft> drafts) {
    return record(Optional.empty(), drafts, Optional.empty());
  }

  /** Saves drafts that remove much; the person has seen how much and confirmed it. */
  public SaveResult recordRemoval(List<Draft> drafts) {
    return record(Optional.empty(), drafts, Optional.of(OpBuilder.removal(drafts)));
  }

  /** Saves drafts into a workspace of their own, such as the sample's. */
  public SaveResult recordIn(WorkspaceId workspace, List<Draft> drafts) {
    return record(Optional.of(workspace), drafts, Optional.empty());
  }

  private synchronized SaveResult record(
      Optional<WorkspaceId> named, List<Draft> drafts, Optional<Removal> removal) {
    return saving(
        () -> {
          Optional<String> refusal = refusal(named, drafts);
          if (refusal.isPresent()) {
            return new SaveResult.NotSaved(
                "SAV-04", refusal.get() + " What you typed stays on the screen.");
          }
          Hlc time = hlc.next(clock.millis());
          List<Op> ops = builder.build(drafts, opNo, time, removal);
          if (!ops.isEmpty()) {
            WorkspaceId workspace = named.orElseGet(() -> builder.workspaceOf(drafts));
            JournalEntry entry =
                amendment(ops)
                    .map(amended -> resent(amended, workspace, time))
                    .orElseGet(() -> new JournalEntry.Recorded(workspace, ops));
            keep(entry);
            used(entry instanceof JournalEntry.Resent(_, var resent, _) ? resent : ops, time);
          }
          return new SaveResult.Saved(clock.millis(), views(drafts));
        });
  }

  /** Nobody needs a right for what stays on this computer, such as the sample. */
  private Optional<String> refusal(Optional<WorkspaceId> named, List<Draft> drafts) {
    boolean isShared =
        store.rights().standing().isPresent()
            && named.orElseGet(() -> builder.workspaceOf(drafts)).equals(store.home());
    return isShared ? store.rights().refusal(drafts) : Optional.empty();
  }

  /** What is changed on top of work the server kept aside replaces it. */
  private Optional<Amendment> amendment(List<Op> ops) {
    Op op = ops.getFirst();
    Optional<RecordView> view = store.find(op.record());
    boolean canBe = ops.size() == 1 && view.filter(v -> v.waiting() > 0).isPresent();
    return canBe
        ? Amendment.of(
            op,
            store.aside().unsettled(op.record()),
            store.aside().base(op.record()),
            view.orElseThrow(),
            field -> store.latestPendingText(op.record(), field))
        : Optional.empty();
  }

  private JournalEntry resent(Amendment amended, WorkspaceId workspace, Hlc time) {
    List<Waiting> together = together(amended.dropped());
    List<Op> ops = amended.among(together, builder.again(together, opNo, time, false));
    return new JournalEntry.Resent(workspace, ops, numbers(together));
  }

  private void used(List<Op> ops, Hlc time) {
    hlc = time;
    opNo = ops.getLast().opNo();
  }

  /**
   * Sends what the server keeps aside once more, as new operations; the old ones are dropped.
   *
   * @param meant whether the person confirmed what is removed
   */
  public synchronized SaveResult sendAgain(List<Waiting> parked, boolean meant) {
    return saving(
        () -> {
          Hlc time = hlc.next(clock.millis());
          List<Waiting> all = together(numbers(parked));
          List<Op> ops = builder.again(all, opNo, time, meant);
          if (!ops.isEmpty()) {
            keep(new JournalEntry.Resent(all.getFirst().workspace(), ops, numbers(all)));
            used(ops, time);
          }
          return new SaveResult.Saved(clock.millis(), List.of());
        });
  }

  /** Gives up what the server keeps aside; the records fall back to what the server has. */
  public synchronized SaveResult discard(List<Waiting> parked) {
    return saving(
        () -> {
          keep(new JournalEntry.Discarded(numbers(together(numbers(parked)))));
          return new SaveResult.Saved(clock.millis(), List.of());
        });
  }

  private List<Waiting> together(List<Long> opNos) {
    return new Together(this::isAbsent)
        .with(Set.copyOf(opNos), store.aside().parked(Integer.MAX_VALUE));
  }

  private boolean isAbsent(RecordId record) {
    return store.find(record).map(RecordView::seq).orElse(0L) == 0;
  }

  private static List<Long> numbers(List<Waiting> parked) {
    return parked.stream().map(waiting -> waiting.op().opNo()).toList();
  }

  @FunctionalInterface
  private interface Saving {
    SaveResult save() throws JournalException;
  }

  private SaveResult saving(Saving work) {
    try {
      // An entry may build on operations that wait: no pull may take them away before it is in.
      synchronized (store) {
        catchUp();
        return work.save();
      }
    } catch (JournalException e) {
      log(e);
      return new SaveResult.NotSaved(
          "SAV-01",
          "This is not on disk yet. The disk may be full or gone. What you typed stays on the"
              + " screen; free some space and it is saved with the next pause.");
    } catch (StoreDamaged e) {
      log(e);
      return new SaveResult.NotSaved(
          "SAV-02",
          "Your work is safe in the journal, but the local store could not take it in. Free some"
              + " disk space; if this stays, close and start Throughline again.");
    } catch (IllegalArgumentException e) {
      log(e);
      return new SaveResult.NotSaved(
          "SAV-03", "This could not be saved: " + e.getMessage() + ". Nothing else changed.");
    }
  }

  /** Remembers, before they leave, that these operations may reach the server. */
  public synchronized void sent(List<Long> opNos) throws JournalException {
    keep(new JournalEntry.Sent(opNos));
  }

  /**
   * Chooses what leaves next and remembers that it may reach the server. No edit comes in between:
   * it is folded into what leaves, or becomes an operation of its own.
   *
   * @param cut takes the first of what waits, oldest first
   */
  public synchronized List<Waiting> send(int countMax, UnaryOperator<List<Waiting>> cut)
      throws JournalException {
    List<Waiting> chosen = cut.apply(store.toPush(countMax));
    List<Long> fresh =
        chosen.stream()
            .filter(waiting -> waiting.state() == WaitingState.WAITING)
            .map(waiting -> waiting.op().opNo())
            .toList();
    if (!fresh.isEmpty()) {
      sent(fresh);
    }
    return chosen;
  }

  /** Remembers the server's outcomes. */
  public synchronized void answered(List<OpOutcome> outcomes) throws JournalException {
    keep(new JournalEntry.Answered(outcomes));
  }

  /** Forgets operations that the server keeps for others. */
  public synchronized void rescued(List<Long> opNos) throws JournalException {
    keep(new JournalEntry.Discarded(opNos));
  }

  /** Moves one's own work into a server's workspace; ids stay. */
  public synchronized void joined(WorkspaceId workspace, String name) throws JournalException {
    keep(new JournalEntry.Joined(workspace, name));
  }

  /** Removes everything of a workspace that never syncs. */
  public synchronized void dropped(WorkspaceId workspace) throws JournalException {
    keep(new JournalEntry.Dropped(workspace));
  }

  /** How the journal was found when it was opened or last checked. */
  public synchronized JournalState journalState() {
    return journalState;
  }

  /**
   * Looks through the parts of the journal that opening it does not read, and mends what is damaged
   * there. Saves go on meanwhile.
   */
  public JournalState checkJournal() throws JournalException {
    journal.check();
    synchronized (this) {
      catchUp();
      JournalState found = mending.mendLater();
      journalState = found == JournalState.WHOLE ? journalState : found;
      return journalState;
    }
  }

  public LocalStore store() {
    return store;
  }

  /** A new id for a record. */
  public RecordId newRecord() {
    return new RecordId(ids.next());
  }

  private void keep(JournalEntry entry) throws JournalException {
    synchronized (store) {
      JournalPosition before = journal.end();
      JournalPosition next = journal.append(entry);
      if (store.position().equals(before) || before.offset() > next.offset()) {
        store.accept(entry, next);
      } else {
        catchUp();
      }
    }
  }

  /** Replays what the journal has and the store has not: after a crash, or a full disk. */
  private void catchUp() throws JournalException {
    synchronized (store) {
      readOn();
    }
  }

  private void readOn() throws JournalException {
    if (store.position().compareTo(journal.end()) < 0) {
      journal.read(store.position(), store::accept);
    }
  }

  private List<RecordView> views(List<Draft> drafts) {
    List<RecordView> views = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      store.find(draft.record()).ifPresent(views::add);
    }
    return views;
  }

  private static void log(Exception e) {
    System.getLogger(Ledger.class.getName()).log(System.Logger.Level.WARNING, "save failed", e);
  }

  @Override
  public synchronized void close() {
    try {
      store.close();
    } catch (StoreDamaged e) {
      log(e);
    }
    try {
      journal.close();
    } catch (JournalException e) {
      log(e);
    }
  }
}
