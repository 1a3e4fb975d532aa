package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds the changes of each record into its last; order is by that last one. */
final class ChangeFold {
  private final Map<RecordId, Change> last = new LinkedHashMap<>();

  void add(Change change) {
    Change before = last.remove(change.record());
    last.put(change.record(), before == null ? change : joined(before, change));
  }

  List<Change> changes() {
    return List.copyOf(last.values());
  }

  private static Change joined(Change before, Change after) {
    TreeMap<String, Value> fields = new TreeMap<>(before.fields());
    fields.putAll(after.fields());
    return new Change(
        after.seq(),
        after.record(),
        after.kind(),
        after.trashed(),
        fields,
        after.author(),
        after.device(),
        after.atMillis(),
        after.deliberate(),
        after.gone());
  }
}
