package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Listings;
import dev.throughline.desktop.store.RecordPlace;
import dev.throughline.desktop.store.RecordStamp;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Long lists in memory. */
record MemoryListings(MemoryMedium medium) implements Listings {
  @Override
  public List<RecordId> newestIds(String kind, int countMax) {
    return new MemoryRecords(medium)
        .newest(kind, 0, countMax).stream().map(RecordView::id).toList();
  }

  @Override
  public List<RecordView> childrenOf(String kind, Collection<RecordId> parents) {
    List<RecordView> children = new ArrayList<>();
    for (RecordId parent : new TreeSet<>(parents)) {
      children.addAll(new MemoryRecords(medium).children(kind, parent, Integer.MAX_VALUE));
    }
    return children;
  }

  @Override
  public List<RecordPlace> places(Collection<RecordId> records) {
    return new MemoryRecords(medium)
        .findAll(records).values().stream()
            .map(view -> new RecordPlace(view.id(), view.kind(), view.parent()))
            .toList();
  }

  @Override
  public Set<RecordId> waitingParents(String kind, int opCountMax) {
    return medium.rows().pending().descendingMap().values().stream()
        .limit(opCountMax)
        .map(row -> Optional.ofNullable(medium.rows().records().get(record(row))))
        .flatMap(Optional::stream)
        .filter(view -> view.kind().equals(kind))
        .flatMap(view -> view.parent().stream())
        .collect(Collectors.toSet());
  }

  private static RecordId record(MemoryTables.PendingRow row) {
    return row.row().waiting().op().record();
  }

  @Override
  public List<RecordStamp> stamps(UUID after, int countMax) {
    return medium.rows().records().tailMap(new RecordId(after), false).values().stream()
        .limit(countMax)
        .map(RecordStamp::of)
        .toList();
  }

  @Override
  public int live(int countMax) {
    return (int)
        medium.rows().records().values().stream()
            .filter(view -> !view.trashed())
            .limit(countMax)
            .count();
  }

  @Override
  public List<RecordView> trashed(String kind, int countMax) {
    return medium.rows().records().values().stream()
        .filter(view -> view.trashed() && view.kind().equals(kind))
        .sorted(
            Comparator.comparingLong(RecordView::changedAtMillis)
                .thenComparing(RecordView::id)
                .reversed())
        .limit(countMax)
        .toList();
  }

  @Override
  public long count() {
    return medium.rows().records().size();
  }
}
