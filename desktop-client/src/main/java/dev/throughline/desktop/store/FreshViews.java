package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How records look that were not here before. */
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
}
