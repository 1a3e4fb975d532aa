package dev.throughline.trials.memory;

import dev.throughline.desktop.store.AlreadyHere;
import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.Records;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.trials.memory.MemoryTables.PendingRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Views in memory. */
record MemoryRecords(MemoryMedium medium) implements Records {
  static final Comparator<RecordView> BY_RANK =
      Comparator.comparing(RecordView::rank).thenComparing(RecordView::id);

  @Override
  public Optional<RecordView> find(RecordId id) {
    return Optional.ofNullable(medium.rows().records().get(id));
  }

  @Override
  public Map<RecordId, RecordView> findAll(Collection<RecordId> ids) {
    Map<RecordId, RecordView> found = new TreeMap<>();
    ids.forEach(id -> find(id).ifPresent(view -> found.put(id, view)));
    return found;
  }

  @Override
  public List<RecordView> children(String kind, RecordId parent, int countMax) {
    return children(kind, parent).limit(countMax).toList();
  }

  @Override
  public List<RecordView> childrenAfter(
      String kind, RecordId parent, String rank, RecordId id, int countMax) {
    Comparator<String> order = Comparator.naturalOrder();
    return children(kind, parent)
        .filter(
            view -> {
              int byRank = order.compare(view.rank(), rank);
              return byRank > 0 || (byRank == 0 && view.id().compareTo(id) > 0);
            })
        .limit(countMax)
        .toList();
  }

  private Stream<RecordView> children(String kind, RecordId parent) {
    return live(kind)
        .filter(view -> view.parent().filter(parent::equals).isPresent())
        .sorted(BY_RANK);
  }

  @Override
  public List<RecordView> newest(String kind, int skip, int countMax) {
    return live(kind).sorted(BY_RANK.reversed()).skip(skip).limit(countMax).toList();
  }

  @Override
  public List<RecordView> all(WorkspaceId workspace, UUID after, int countMax) {
    return medium.rows().records().tailMap(new RecordId(after), false).values().stream()
        .filter(view -> view.workspace().equals(workspace))
        .limit(countMax)
        .toList();
  }

  @Override
  public int count(String kind, WorkspaceId workspace) {
    return Math.toIntExact(live(kind).filter(view -> view.workspace().equals(workspace)).count());
  }

  @Override
  public void put(Collection<RecordView> views) {
    for (RecordView view : views) {
      medium.changing().records().put(view.id(), view);
    }
  }

  @Override
  public void add(Collection<RecordView> views) throws AlreadyHere {
    for (RecordView view : views) {
      if (medium.changing().records().putIfAbsent(view.id(), view) != null) {
        throw new AlreadyHere(view.id().toString());
      }
    }
  }

  @Override
  public void delete(RecordId id) {
    medium.changing().records().remove(id);
  }

  @Override
  public void rehome(WorkspaceId from, WorkspaceId to) {
    MemoryTables tables = medium.changing();
    tables
        .records()
        .replaceAll((_, view) -> view.workspace().equals(from) ? moved(view, to) : view);
    tables
        .pending()
        .replaceAll(
            (_, row) -> row.row().waiting().workspace().equals(from) ? moved(row, to) : row);
  }

  @Override
  public Set<RecordId> keepOnly(WorkspaceId workspace, Set<String> kinds) {
    Map<RecordId, RecordView> rows = medium.changing().records();
    rows.values().removeIf(view -> isOther(view, workspace, kinds) && view.waiting() == 0);
    return rows.values().stream()
        .filter(view -> isOther(view, workspace, kinds))
        .map(RecordView::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOther(RecordView view, WorkspaceId workspace, Set<String> kinds) {
    return view.workspace().equals(workspace) && !kinds.contains(view.kind());
  }

  @Override
  public List<RecordView> ofKind(WorkspaceId workspace, String kind, UUID after, int countMax) {
    return medium.rows().records().tailMap(new RecordId(after), false).values().stream()
        .filter(view -> view.workspace().equals(workspace) && view.kind().equals(kind))
        .limit(countMax)
        .toList();
  }

  @Override
  public Set<RecordId> below(String kind, Collection<RecordId> parents) {
    Set<RecordId> wanted = Set.copyOf(parents);
    return medium.rows().records().values().stream()
        .filter(view -> view.kind().equals(kind))
        .filter(view -> view.parent().filter(wanted::contains).isPresent())
        .map(RecordView::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<RecordId> forget(Collection<RecordId> ids) {
    Map<RecordId, RecordView> rows = medium.changing().records();
    Set<RecordId> wanted = Set.copyOf(ids);
    rows.values().removeIf(view -> wanted.contains(view.id()) && view.waiting() == 0);
    return wanted.stream().filter(rows::containsKey).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void deleteWorkspace(WorkspaceId workspace) {
    MemoryTables tables = medium.changing();
    for (RecordView view : List.copyOf(tables.records().values())) {
      if (view.workspace().equals(workspace)) {
        tables.bases().remove(view.id());
        tables.records().remove(view.id());
      }
    }
    tables.pending().values().removeIf(row -> row.row().waiting().workspace().equals(workspace));
  }

  private Stream<RecordView> live(String kind) {
    return medium.rows().records().values().stream()
        .filter(view -> view.kind().equals(kind) && !view.trashed());
  }

  private static RecordView moved(RecordView view, WorkspaceId to) {
    return new RecordView(
        view.id(),
        view.kind(),
        to,
        view.seq(),
        view.trashed(),
        view.fields(),
        view.waiting(),
        view.changedAtMillis());
  }

  private static PendingRow moved(PendingRow row, WorkspaceId to) {
    Waiting w = row.row().waiting();
    Waiting moved = new Waiting(w.op(), to, w.state(), w.since(), w.reason(), w.detail());
    return new PendingRow(new Row(moved, row.row().isGrouped()), row.effectSeq());
  }
}
