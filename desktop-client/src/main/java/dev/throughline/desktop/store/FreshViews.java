package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How records look once they are here, or are here anew. */
final class FreshViews {
  private FreshViews() {}

  /** The views of records that some operations make. */
  static Collection<RecordView> of(List<Op> ops, Set<RecordId> known, WorkspaceId workspace) {
    Map<RecordId, RecordView> made = new TreeMap<>();
    for (Op op : ops) {
      if (!known.contains(op.record())) {
        made.putIfAbsent(op.record(), fresh(op, workspace));
      }
    }
    return made.values();
  }

  private static RecordView fresh(Op op, WorkspaceId workspace) {
    return new RecordView(
        op.record(), op.kind(), workspace, 0, false, new TreeMap<>(), 1, op.hlc().millis());
  }

  /** A record after a change of it was pulled; it has no unsettled work. */
  static RecordView pulled(@Nullable RecordView view, Change change, WorkspaceId workspace) {
    SortedMap<String, Value> fields = change.fields();
    if (view != null) {
      fields = new TreeMap<>(view.fields());
      fields.putAll(change.fields());
    }
    return new RecordView(
        change.record(),
        change.kind(),
        workspace,
        change.seq(),
        change.trashed(),
        fields,
        0,
        change.atMillis());
  }
}
