package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.util.Set;

/** Records whose view changed, and their kinds. Sent after the transaction, on any thread. */
public record RecordsChanged(Set<RecordId> records, Set<String> kinds) {
  public RecordsChanged {
    records = Set.copyOf(records);
    kinds = Set.copyOf(kinds);
  }

  public boolean touches(String kind) {
    return kinds.contains(kind);
  }
}
