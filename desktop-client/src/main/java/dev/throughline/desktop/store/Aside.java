package dev.throughline.desktop.store;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;

/** What does not stand in the lists people work in: kept aside, in the trash, not sent yet. */
public final class Aside {
  private final LocalStore store;
  private final Facts meta;
  private final PendingOps pending;
  private final Bases bases;
  private final Listings lists;

  Aside(LocalStore store, StoreMedium medium) {
    this.store = store;
    this.meta = medium.facts();
    this.pending = medium.pending();
    this.bases = medium.bases();
    this.lists = medium.listings();
  }

  /** Operations the server keeps aside, and those held back with them; oldest first. */
  public List<Waiting> parked(int countMax) {
    return store.read(
        () -> pending.aside(WorkspaceId.of(meta.get("home").orElseThrow()), countMax));
  }

  /** What of a record is not settled, oldest first. */
  public List<Waiting> unsettled(RecordId record) {
    return store.read(
        () -> pending.ofRecord(record).stream().map(PendingOps.Row::waiting).toList());
  }

  /** The fields of a record as the server said last; empty when it never heard of it. */
  public Map<String, Value> base(RecordId record) {
    return store.read(
        () -> bases.find(record).<Map<String, Value>>map(Bases.Base::fields).orElseGet(Map::of));
  }

  /** Records of a kind in the trash, the latest first; at most {@link LocalStore#PAGE_MAX}. */
  public List<RecordView> trashed(String kind) {
    return store.read(() -> lists.trashed(kind, LocalStore.PAGE_MAX));
  }

  /** Every conflict record of one record, settled or not; at most a page of them. */
  public List<RecordView> conflictsOf(RecordId record) {
    return store.children(Conflict.KIND.name(), record);
  }

  /** Records that are not in the trash; counts no further than {@code countMax}. */
  public int live(int countMax) {
    return store.read(() -> lists.live(countMax));
  }
}
