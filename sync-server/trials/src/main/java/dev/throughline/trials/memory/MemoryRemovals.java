package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Removals;
import dev.throughline.model.id.RecordId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Removals that wait for a decision, in memory. */
record MemoryRemovals(MemoryMedium medium) implements Removals {
  @Override
  public Set<RecordId> all() {
    return new TreeSet<>(medium.rows().removals());
  }

  @Override
  public void put(Collection<RecordId> records) {
    medium.changing().removals().addAll(records);
  }

  @Override
  public void clear() {
    if (!medium.rows().removals().isEmpty()) {
      medium.changing().removals().clear();
    }
  }
}
