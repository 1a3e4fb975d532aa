package dev.throughline.desktop.store;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.store.Bases.Base;
import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Fold;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Replay;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of the store: what one journal entry or one pull does to base, pending and view. */
final class Intake {
  private final Facts meta;
  private final Records records;
  private final Bases bases;
  private final PendingOps pending;
  private final Arrivals arrivals;
  private final HeldChildren held;
  private final PendingTexts texts = new PendingTexts();

  Intake(StoreMedium medium) {
    this.meta = medium.facts();
    this.records = medium.records();
    this.bases = medium.bases();
    this.pending = medium.pending();
    this.arrivals = medium.arrivals();
    this.held = new HeldChildren(pending, bases);
  }

  RecordsChanged accept(JournalEntry entry) throws SQLException {
    Set<RecordId> touched = new LinkedHashSet<>();
    switch (entry) {
      case JournalEntry.Identity(var device, var home) -> {
        meta.put("device", device.toString());
        meta.put("home", home.toString());
      }
      case JournalEntry.Renewed(long opNo, long hlcMillis) -> {
        used(opNo, hlcMillis);
        StartMark.sent(meta, opNo);
      }
      case JournalEntry.Started(long incarnation) -> StartMark.put(meta, incarnation);
      case JournalEntry.Recorded(var workspace, var ops) -> record(workspace, ops, touched);
      case JournalEntry.Sent(var opNos) -> {
        pending.move(opNos, WaitingState.WAITING, WaitingState.SENT);
        StartMark.sent(meta, Collections.max(opNos));
      }
      case JournalEntry.Answered(var outcomes) -> settle(outcomes, touched);
      case JournalEntry.Discarded(var opNos) -> {
        touched.addAll(pending.removeAside(opNos));
        held.update(home());
      }
      case JournalEntry.Resent(var workspace, var ops, var dropped) -> {
        record(workspace, ops, touched);
        touched.addAll(pending.removeAside(dropped));
        held.update(workspace);
      }
      case JournalEntry.Joined(var workspace, String name) -> join(workspace, name);
      case JournalEntry.Dropped(var workspace) -> records.deleteWorkspace(workspace);
    }
    return entry instanceof JournalEntry.Dropped ? RecordsChanged.everything() : refresh(touched);
  }

  private void record(WorkspaceId workspace, List<Op> ops, Set<RecordId> touched)
      throws SQLException {
    ops.forEach(op -> touched.add(op.record()));
    Map<RecordId, RecordView> views = records.findAll(touched);
    Map<RecordId, List<Row>> waiting = pending.ofRecords(touched);
    Map<RecordId, Base> fresh = new TreeMap<>();
    Map<Long, Row> rows = new TreeMap<>();
    boolean isGrouped = ops.size() > 1;
    long startedOpNo = StartMark.of(meta).opNo();
    for (Op journaled : ops) {
      List<Row> before = waiting.computeIfAbsent(journaled.record(), _ -> new ArrayList<>());
      Op op = texts.withInlineBases(journaled, before);
      if (before.isEmpty()) {
        fresh.put(op.record(), base(Optional.ofNullable(views.get(op.record()))));
      }
      Optional<Row> folded = isGrouped ? Optional.empty() : fold(before, op, startedOpNo);
      folded.ifPresent(_ -> before.removeLast());
      Row row = folded.orElseGet(() -> row(op, workspace, isGrouped));
      before.add(row);
      rows.put(row.waiting().op().opNo(), row);
    }
    bases.putAll(fresh);
    pending.insert(rows.values());
    records.add(FreshViews.of(ops, views.keySet(), workspace));
    used(ops.getLast().opNo(), ops.getLast().hlc().millis());
    held.update(workspace);
  }

  private void used(long opNo, long hlcMillis) throws SQLException {
    meta.put("opNo", Math.max(meta.number("opNo"), opNo));
    meta.put("hlcMillis", hlcMillis);
  }

  private static Row row(Op op, WorkspaceId workspace, boolean isGrouped) {
    return new Row(
        new Waiting(op, workspace, WaitingState.WAITING, op.hlc().millis(), "", ""), isGrouped);
  }

  /** What waited when the profile was opened stays as it is: a copy may hold it too. */
  private static Optional<Row> fold(List<Row> rows, Op op, long startedOpNo) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Row last = rows.getLast();
    Waiting before = last.waiting();
    boolean isKnown = before.op().opNo() >= op.opNo();
    boolean isOlder = before.op().opNo() <= startedOpNo;
    if (before.state() != WaitingState.WAITING || last.isGrouped() || isKnown || isOlder) {
      return Optional.empty();
    }
    return Fold.join(before.op(), op)
        .map(
            joined ->
                new Row(
                    new Waiting(joined, before.workspace(), before.state(), before.since(), "", ""),
                    false));
  }

  /** What the server said, before one's own work goes on top of it. */
  private static Base base(Optional<RecordView> view) {
    return view.map(v -> new Base(v.seq(), v.trashed(), v.fields()))
        .orElseGet(() -> new Base(0, false, new TreeMap<>()));
  }

  Optional<String> latestPendingText(RecordId record, String field) throws SQLException {
    return texts.latest(pending.ofRecord(record), field);
  }

  /** By what name an edit of that text goes on from the latest unsettled one, if it does. */
  Optional<TextBase.AtBase> pendingBase(RecordId record, String field, String text)
      throws SQLException {
    return latestPendingText(record, field)
        .filter(text::equals)
        .map(same -> new TextBase.AtBase(texts.digest(same)));
  }

  Optional<String> baseText(RecordId record, String field, long seq) throws SQLException {
    return bases
        .find(record)
        .filter(base -> base.seq() == seq && seq > 0)
        .map(base -> base.fields().get(field) instanceof Value.Text(String text) ? text : "");
  }

  private void settle(List<OpOutcome> outcomes, Set<RecordId> touched) throws SQLException {
    Map<Long, Long> effects = new TreeMap<>();
    for (OpOutcome answered : outcomes) {
      Outcome outcome =
          answered.outcome() instanceof Outcome.Duplicate(Outcome first)
              ? first
              : answered.outcome();
      if (outcome instanceof Outcome.Parked(var reason, String detail)) {
        pending.markParked(answered.opNo(), reason.name(), detail);
      } else {
        effects.put(answered.opNo(), outcome.effectSeq());
      }
    }
    pending.markAnswered(effects);
    touched.addAll(pending.removeArrived(home(), meta.number("cursorSeq")));
    held.update(home());
  }

  private WorkspaceId home() throws SQLException {
    return WorkspaceId.of(meta.get("home").orElseThrow());
  }

  private void join(WorkspaceId workspace, String name) throws SQLException {
    WorkspaceId before = WorkspaceId.of(meta.get("home").orElseThrow());
    records.rehome(before, workspace);
    meta.put("home", workspace.toString());
    meta.put("joinedName", name);
  }

  /** Takes a pull in; {@code known} are its records as they are, news stand after that number. */
  RecordsChanged apply(PullAnswer answer, Map<RecordId, RecordView> known, long newsAfter)
      throws SQLException {
    if (answer.from() != meta.number("cursorSeq")) {
      throw new SQLException("a pull must start where the last one ended");
    }
    List<Change> news = answer.changes().stream().filter(change -> isNews(change, known)).toList();
    arrivals.put(ArrivalReading.of(news, newsAfter, known, meta.get("device").orElse("")));
    Set<RecordId> touched = new LinkedHashSet<>();
    List<RecordView> plain = new ArrayList<>();
    List<RecordView> unknown = new ArrayList<>();
    List<Change> below = new ArrayList<>();
    for (Change change : news) {
      RecordView view = known.get(change.record());
      if (view != null && view.waiting() > 0) {
        below.add(change);
        touched.add(change.record());
      } else {
        RecordView next = FreshViews.pulled(view, change, answer.cursor().workspace());
        (view == null ? unknown : plain).add(next);
      }
    }
    records.put(plain);
    records.add(unknown);
    plain.addAll(unknown);
    keepCursor(answer.cursor());
    sendLostAgain(answer);
    touched.addAll(pending.removeArrived(home(), answer.cursor().seq()));
    Map<RecordId, Base> rebased = rebased(below);
    Map<RecordId, List<Row>> left = pending.ofRecords(touched);
    keepBelow(rebased, left.keySet());
    held.update(answer.cursor().workspace());
    RecordsChanged refreshed = refresh(touched, rebased, left);
    return answer.gone().isEmpty()
        ? join(refreshed, plain)
        : forget(Reach.asShown(records).withBelow(answer.gone()));
  }

  /** Not when it goes out of sight, or comes again because everything is pulled anew. */
  private static boolean isNews(Change change, Map<RecordId, RecordView> known) {
    RecordView view = known.get(change.record());
    return !change.gone() && (view == null || view.seq() < change.seq());
  }

  /** Goes on from the beginning of the log; what is here already stays. */
  void pullAnew() throws SQLException {
    if (meta.get("cursorEpoch").isPresent()) {
      meta.put("cursorSeq", 0);
      meta.put("cursorChain", "");
    }
  }

  /** Forgets the records of other kinds; of those with unsettled work only that stays. */
  RecordsChanged keepOnly(Set<String> kinds) throws SQLException {
    return withoutBases(records.keepOnly(home(), kinds));
  }

  /** Forgets these records; of those with unsettled work only that stays. */
  RecordsChanged forget(Set<RecordId> ids) throws SQLException {
    pending.removeAnswered(ids);
    return withoutBases(records.forget(ids));
  }

  private RecordsChanged withoutBases(Set<RecordId> left) throws SQLException {
    Map<RecordId, Base> unsettled = new TreeMap<>();
    for (RecordId id : left) {
      unsettled.put(id, base(Optional.empty()));
    }
    bases.putAll(unsettled);
    refresh(unsettled.keySet());
    return RecordsChanged.everything();
  }

  /**
   * A pull tells of every record that its part of the log is about. What the server took there and
   * does not tell of is lost: its data was put back from an older copy, and others have written
   * since. The same operations go out once more; a server that has them after all says so.
   */
  private void sendLostAgain(PullAnswer answer) throws SQLException {
    Map<Long, RecordId> lost = pending.answered(home(), answer.from(), answer.cursor().seq());
    lost.values()
        .removeAll(answer.changes().stream().map(Change::record).collect(Collectors.toSet()));
    List<Row> again = new ArrayList<>();
    for (RecordId record : new TreeSet<>(lost.values())) {
      pending.ofRecord(record).stream()
          .filter(row -> lost.containsKey(row.waiting().op().opNo()))
          .forEach(row -> again.add(sent(row)));
    }
    pending.insert(again);
  }

  private static Row sent(Row row) {
    Waiting answered = row.waiting();
    return new Row(
        new Waiting(
            answered.op(), answered.workspace(), WaitingState.SENT, answered.since(), "", ""),
        row.isGrouped());
  }

  /** Only records with unsettled work keep what the server said below it. */
  private void keepBelow(Map<RecordId, Base> rebased, Set<RecordId> unsettled) throws SQLException {
    Map<RecordId, Base> kept = new TreeMap<>(rebased);
    kept.keySet().retainAll(unsettled);
    bases.putAll(kept);
  }

  /** What the server says now of records that have work of one's own on top of it. */
  private Map<RecordId, Base> rebased(List<Change> changes) throws SQLException {
    Map<RecordId, Base> rebased = bases.findAll(changes.stream().map(Change::record).toList());
    for (Change change : changes) {
      TreeMap<String, Value> fields = new TreeMap<>();
      Optional.ofNullable(rebased.get(change.record())).ifPresent(b -> fields.putAll(b.fields()));
      fields.putAll(change.fields());
      rebased.put(change.record(), new Base(change.seq(), change.trashed(), fields));
    }
    return rebased;
  }

  private RecordsChanged refresh(Set<RecordId> touched) throws SQLException {
    return refresh(touched, Map.of(), pending.ofRecords(touched));
  }

  /** Works out the views of these records anew from pending and base, the newest base first. */
  private RecordsChanged refresh(
      Set<RecordId> touched, Map<RecordId, Base> rebased, Map<RecordId, List<Row>> rows)
      throws SQLException {
    List<RecordView> views = new ArrayList<>();
    List<RecordId> settled = new ArrayList<>();
    Set<String> kinds = new TreeSet<>();
    Map<RecordId, RecordView> before = records.findAll(touched);
    Map<RecordId, Base> below = bases.findAll(touched);
    below.putAll(rebased);
    for (Map.Entry<RecordId, Base> base : below.entrySet()) {
      RecordId id = base.getKey();
      RecordView old = before.get(id);
      if (old != null) {
        RecordView view = replayed(old, base.getValue(), rows.getOrDefault(id, List.of()));
        kinds.add(view.kind());
        if (view.waiting() == 0) {
          settled.add(id);
        }
        if (view.waiting() == 0 && view.seq() == 0) {
          // Only what was given up ever spoke of it.
          records.delete(id);
        } else {
          views.add(view);
        }
      }
    }
    bases.deleteAll(settled);
    records.put(views);
    return new RecordsChanged(touched, kinds);
  }

  private static RecordView replayed(RecordView before, Base base, List<Row> rows) {
    List<Op> ops = rows.stream().map(row -> row.waiting().op()).toList();
    Replay.View view = Replay.apply(new Replay.View(base.trashed(), base.fields()), ops);
    long changedAt = ops.isEmpty() ? before.changedAtMillis() : ops.getLast().hlc().millis();
    return new RecordView(
        before.id(),
        before.kind(),
        before.workspace(),
        base.seq(),
        view.trashed(),
        view.fields(),
        ops.size(),
        changedAt);
  }

  Optional<Cursor> cursor() throws SQLException {
    Optional<String> epoch = meta.get("cursorEpoch");
    if (epoch.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Cursor(
            WorkspaceId.of(meta.get("home").orElseThrow()),
            epoch.get(),
            meta.number("cursorSeq"),
            meta.get("cursorChain").orElse("")));
  }

  private void keepCursor(Cursor cursor) throws SQLException {
    meta.put("cursorEpoch", cursor.epoch());
    meta.put("cursorSeq", cursor.seq());
    meta.put("cursorChain", cursor.chain());
  }

  private static RecordsChanged join(RecordsChanged refreshed, List<RecordView> plain) {
    Set<RecordId> ids = new LinkedHashSet<>(refreshed.records());
    Set<String> kinds = new TreeSet<>(refreshed.kinds());
    plain.forEach(
        view -> {
          ids.add(view.id());
          kinds.add(view.kind());
        });
    return new RecordsChanged(ids, kinds);
  }
}
