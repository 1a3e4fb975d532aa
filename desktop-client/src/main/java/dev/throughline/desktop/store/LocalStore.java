package dev.throughline.desktop.store;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.journal.JournalPosition;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Base, pending and view of every record; in production in one encrypted H2 file. Every method is
 * one transaction and may be called by any thread; none may run on the UI thread. Rebuildable at
 * any time.
 */
public final class LocalStore implements AutoCloseable {
  /** Most rows one listing answers; callers page. */
  public static final int PAGE_MAX = 1_000;

  /** Most ids one listing of a kind answers; a workspace is meant to hold a twentieth of it. */
  public static final int IDS_MAX = 100_000;

  /** Waiting operations are counted up to so many: counting takes time with every save. */
  public static final int COUNT_MAX = 10_000;

  /** How many of the newest operations are looked at to tell what waits below a record. */
  private static final int WAITING_OPS_MAX = 10_000;

  private final StoreMedium medium;
  private final Facts meta;
  private final Records records;
  private final Listings lists;
  private final PendingOps pending;
  private final Arrivals arrivals;
  private final Intake intake;
  private final UndoSteps undo;
  private final Aside aside;
  private final Brake brake;
  private final Rights rights;
  private final PullTaker taker;
  private final List<Consumer<RecordsChanged>> listeners = new CopyOnWriteArrayList<>();

  /** The store over what it is kept in. */
  public LocalStore(StoreMedium medium) {
    this.medium = medium;
    this.meta = medium.facts();
    this.records = medium.records();
    this.lists = medium.listings();
    this.pending = medium.pending();
    this.undo = medium.undo();
    this.arrivals = medium.arrivals();
    this.intake = new Intake(medium);
    this.aside = new Aside(this, medium);
    this.brake = new Brake(this, medium);
    this.rights = new Rights(this, medium, intake);
    this.taker = new PullTaker(this, medium, intake, brake);
  }

  /** The file below a profile folder, without H2's own ending. */
  public static Path file(Path folder) {
    return folder.resolve("store").resolve("local");
  }

  /**
   * Opens or makes the store.
   *
   * @throws StoreDamaged when the file cannot be used by this version with this password
   */
  public static LocalStore open(Disk disk, Path file, char[] password) {
    return new LocalStore(H2Medium.open(disk, file, password));
  }

  /** Where in the journal this store stands. */
  public JournalPosition position() {
    return read(
        () -> new JournalPosition(meta.number("journalSegment"), meta.number("journalOffset")));
  }

  /** Goes on from this place in a journal that has lost what came after it. */
  public synchronized void standAt(JournalPosition position) {
    write(
        () -> {
          meta.put("journalSegment", position.segment());
          meta.put("journalOffset", position.offset());
          return position;
        });
  }

  /** Takes in one journal entry; {@code next} is the journal position after it. */
  public synchronized void accept(JournalEntry entry, JournalPosition next) {
    RecordsChanged changed =
        write(
            () -> {
              RecordsChanged result = intake.accept(entry);
              meta.put("journalSegment", next.segment());
              meta.put("journalOffset", next.offset());
              return result;
            });
    tell(changed);
  }

  /** Brings a store up to its journal. */
  @FunctionalInterface
  interface CatchUp {
    void run() throws JournalException;
  }

  /** Says how this store is brought up to its journal, which every pull does first. */
  synchronized void beforePulls(CatchUp how) {
    taker.beforePulls(how);
  }

  /**
   * Takes in what others wrote; base, view and cursor change in one transaction. What would remove
   * so much that a person has to decide first changes nothing and is answered instead.
   */
  public synchronized Optional<HeldBack> apply(PullAnswer answer) {
    return taker.apply(answer);
  }

  /**
   * The record's number when a field held a value it holds no more; below everything that others
   * wrote when that is not remembered.
   */
  synchronized long seqOf(RecordView record, String field, Value value) {
    return taker.seqOf(record, field, value);
  }

  /** What the server keeps aside, what is in the trash, what of one record is unsent. */
  public Aside aside() {
    return aside;
  }

  /** Stops pulls that would remove much before a person has decided. */
  public Brake brake() {
    return brake;
  }

  /** What one may read and write. */
  public Rights rights() {
    return rights;
  }

  public Optional<DeviceId> device() {
    return read(() -> meta.get("device").map(DeviceId::of));
  }

  /** The workspace new work belongs to: one's own, or the server's once joined. */
  public WorkspaceId home() {
    return read(() -> WorkspaceId.of(meta.get("home").orElseThrow()));
  }

  /** The last time this profile was opened. */
  public StartMark started() {
    return read(() -> StartMark.of(meta));
  }

  /** The highest operation number used so far. */
  public long lastOpNo() {
    return read(() -> meta.number("opNo"));
  }

  /** The latest hybrid clock reading, milliseconds part. */
  public long lastMillis() {
    return read(() -> meta.number("hlcMillis"));
  }

  /** The name of the joined workspace; empty while this profile is on its own. */
  public Optional<String> joinedName() {
    return read(() -> meta.get("joinedName"));
  }

  /** How far this store has pulled; empty before the first pull from a joined workspace. */
  public Optional<Cursor> cursor() {
    return read(intake::cursor);
  }

  /** What others did after that number of the log, as far as this store knows; latest first. */
  public List<Arrival> arrivals(long afterSeq, int countMax) {
    return read(() -> arrivals.after(afterSeq, countMax));
  }

  public Optional<RecordView> find(RecordId id) {
    return read(() -> records.find(id));
  }

  /** Those of the records that are here, trash included; read in pages, so that saves get in. */
  public Map<RecordId, RecordView> findAll(Collection<RecordId> ids) {
    Map<RecordId, RecordView> found = new TreeMap<>();
    List<RecordId> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += PAGE_MAX) {
      List<RecordId> page = all.subList(from, Math.min(from + PAGE_MAX, all.size()));
      found.putAll(read(() -> records.findAll(page)));
    }
    return found;
  }

  /** All children of these records; at most {@link #PAGE_MAX} parents at a time. */
  public List<RecordView> childrenOf(String kind, Collection<RecordId> parents) {
    return read(() -> lists.childrenOf(kind, page(parents)));
  }

  /** Where these records stand; those that are not here are left out. */
  public List<RecordPlace> places(Collection<RecordId> ids) {
    return read(() -> lists.places(ids));
  }

  /** Records that have children of a kind with unsent work, as far as the newest work shows. */
  public Set<RecordId> waitingParents(String kind) {
    return read(() -> lists.waitingParents(kind, WAITING_OPS_MAX));
  }

  private static Collection<RecordId> page(Collection<RecordId> ids) {
    if (ids.size() > PAGE_MAX) {
      throw new IllegalArgumentException("at most " + PAGE_MAX + " records at a time");
    }
    return ids;
  }

  /** The first children of a record in rank order; at most {@link #PAGE_MAX}. */
  public List<RecordView> children(String kind, RecordId parent) {
    return read(() -> records.children(kind, parent, PAGE_MAX));
  }

  /** The children that follow one of them; at most {@link #PAGE_MAX}. */
  public List<RecordView> childrenAfter(RecordId parent, RecordView last) {
    String rank = RecordTable.rank(last);
    return read(() -> records.childrenAfter(last.kind(), parent, rank, last.id(), PAGE_MAX));
  }

  /** Records of a kind, highest rank first. */
  public List<RecordView> newest(String kind, int skip, int countMax) {
    return read(() -> records.newest(kind, skip, Math.min(countMax, PAGE_MAX)));
  }

  /** The ids of a kind, highest rank first, trash left out; at most {@link #IDS_MAX}. */
  public List<RecordId> newestIds(String kind) {
    return read(() -> lists.newestIds(kind, IDS_MAX));
  }

  /** Every record of a workspace by id, trash included; pages after the given id. */
  public List<RecordView> all(WorkspaceId workspace, UUID after) {
    return read(() -> records.all(workspace, after, PAGE_MAX));
  }

  /** Records of a kind in the workspace that is shown by id, trash included; after the given id. */
  public List<RecordView> ofKind(String kind, UUID after) {
    return read(
        () ->
            records.ofKind(WorkspaceId.of(meta.get("home").orElseThrow()), kind, after, PAGE_MAX));
  }

  /** The stamps of records by id, all workspaces and the trash included; after the given id. */
  public List<RecordStamp> stamps(UUID after, int countMax) {
    return read(() -> lists.stamps(after, Math.min(countMax, PAGE_MAX)));
  }

  /** Where the store stands, for whoever follows it and must know later what was missed. */
  public StoreMark mark() {
    return read(
        () ->
            new StoreMark(
                meta.number("opNo"),
                meta.get("cursorEpoch").orElse(""),
                meta.number("cursorSeq"),
                lists.count()));
  }

  public int count(String kind, WorkspaceId workspace) {
    return read(() -> records.count(kind, workspace));
  }

  /** Operations to push next, oldest first. */
  public List<Waiting> toPush(int countMax) {
    return read(() -> pending.toPush(WorkspaceId.of(meta.get("home").orElseThrow()), countMax));
  }

  /** Operations that are not on the server, for people to look at; oldest first. */
  public List<Waiting> unsettled(int countMax) {
    return read(() -> pending.unsettled(WorkspaceId.of(meta.get("home").orElseThrow()), countMax));
  }

  /** Operations of all workspaces that are not settled, with higher numbers than this one. */
  List<PendingOps.Unsettled> unsettledAfter(long opNo, int countMax) {
    return read(() -> pending.after(opNo, countMax));
  }

  /** How many operations wait, and how many are parked; both counted up to {@link #COUNT_MAX}. */
  public record Counts(int waiting, int parked) {}

  public Counts counts() {
    return read(
        () -> {
          WorkspaceId home = WorkspaceId.of(meta.get("home").orElseThrow());
          return new Counts(
              pending.count(home, Set.of(WaitingState.WAITING, WaitingState.SENT), COUNT_MAX),
              pending.count(home, Set.of(WaitingState.PARKED), COUNT_MAX));
        });
  }

  /**
   * The text that the latest unsettled operation on this field leaves, if that is known exactly.
   */
  public Optional<String> latestPendingText(RecordId record, String field) {
    return read(() -> intake.latestPendingText(record, field));
  }

  /** By what name an edit of that text goes on from the latest unsettled one, if it does. */
  Optional<TextBase.AtBase> pendingBase(RecordId record, String field, String text) {
    return read(() -> intake.pendingBase(record, field, text));
  }

  /** The field's text as the server had it at that number, when this store still knows. */
  public Optional<String> baseText(RecordId record, String field, long seq) {
    return read(() -> intake.baseText(record, field, seq));
  }

  /** The steps of undo that were kept, oldest first; gone when the store was made anew. */
  public List<UndoStep> undoSteps() {
    return read(undo::all);
  }

  /** Keeps one step of undo and forgets others, in one transaction. */
  public synchronized void keepUndo(Optional<UndoStep> fresh, List<Long> forgotten) {
    write(
        () -> {
          undo.remove(forgotten);
          if (fresh.isPresent()) {
            undo.put(fresh.get());
          }
          return forgotten;
        });
  }

  /**
   * Calls the listener after every transaction that changed a view, on the writing thread.
   *
   * @return takes the listener away again
   */
  public Runnable onChange(Consumer<RecordsChanged> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(RecordsChanged changed) {
    if (!changed.records().isEmpty()) {
      listeners.forEach(listener -> listener.accept(changed));
    }
  }

  synchronized <T> T read(StoreMedium.Work<T> work) {
    return write(work);
  }

  synchronized <T> T write(StoreMedium.Work<T> work) {
    try {
      return medium.inTransaction(work);
    } catch (SQLException | RuntimeException e) {
      throw new StoreDamaged("the local store refused a transaction", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      medium.close();
    } catch (SQLException e) {
      throw new StoreDamaged("the local store cannot be closed", e);
    }
  }
}
