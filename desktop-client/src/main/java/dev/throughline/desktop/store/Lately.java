package dev.throughline.desktop.store;

import dev.throughline.desktop.store.Bases.Base;
import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tables read and wrote last, so that a save does not read and decode anew what the save
 * before it wrote. It never knows other than the tables do: nobody else writes the file, whoever
 * writes a row says so here, and what was rolled back is forgotten. One of a medium; one thread at
 * a time.
 */
final class Lately {
  /** A person edits few records at a time, and a long text is kept twice meanwhile. */
  static final int ROWS_MAX = 16;

  private static final int COUNTS_MAX = 64;

  private final Map<RecordId, RecordView> views = new Newest<>();
  private final Map<RecordId, List<Row>> pending = new Newest<>();
  private final Map<RecordId, Base> bases = new Newest<>();
  private final Map<String, Optional<String>> facts = new HashMap<>();
  private final Map<Counted, Integer> counts = new HashMap<>();

  private record Counted(WorkspaceId workspace, WaitingState state, int countMax) {}

  private static final class Newest<V> extends LinkedHashMap<RecordId, V> {
    private static final long serialVersionUID = 1;

    Newest() {
      super(2 * ROWS_MAX, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<RecordId, V> eldest) {
      return size() > ROWS_MAX;
    }
  }

  Optional<RecordView> view(RecordId id) {
    return Optional.ofNullable(views.get(id));
  }

  /** Answers the view as it is handed out: whoever gets it cannot change what is known here. */
  RecordView saw(RecordView view) {
    RecordView kept =
        new RecordView(
            view.id(),
            view.kind(),
            view.workspace(),
            view.seq(),
            view.trashed(),
            fixed(view.fields()),
            view.waiting(),
            view.changedAtMillis());
    views.put(view.id(), kept);
    return kept;
  }

  void lostView(RecordId id) {
    views.remove(id);
  }

  /** The operations on a record, by number; an empty list when it is known that there are none. */
  Optional<List<Row>> pending(RecordId id) {
    return Optional.ofNullable(pending.get(id));
  }

  void sawPending(RecordId id, List<Row> rows) {
    pending.put(id, List.copyOf(rows));
  }

  /** Operations came or went, or are in another state. */
  void lostCounts() {
    counts.clear();
  }

  OptionalInt count(WorkspaceId workspace, WaitingState state, int countMax) {
    Integer count = counts.get(new Counted(workspace, state, countMax));
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  void sawCount(WorkspaceId workspace, WaitingState state, int countMax, int count) {
    if (counts.size() >= COUNTS_MAX) {
      counts.clear();
    }
    counts.put(new Counted(workspace, state, countMax), count);
  }

  /** Operations changed that are not told one by one. */
  void forgetPending() {
    pending.clear();
    counts.clear();
  }

  Optional<Base> base(RecordId id) {
    return Optional.ofNullable(bases.get(id));
  }

  Base sawBase(RecordId id, Base base) {
    Base kept = new Base(base.seq(), base.trashed(), fixed(base.fields()));
    bases.put(id, kept);
    return kept;
  }

  void lostBase(RecordId id) {
    bases.remove(id);
  }

  /** What is known of a fact: not known at all, known not to be there, or its content. */
  Optional<Optional<String>> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  void sawFact(String name, Optional<String> content) {
    facts.put(name, content);
  }

  void forget() {
    views.clear();
    pending.clear();
    bases.clear();
    facts.clear();
    counts.clear();
  }

  private static SortedMap<String, Value> fixed(SortedMap<String, Value> fields) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }
}
