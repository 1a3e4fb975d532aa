package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Bases;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** Bases in memory. */
record MemoryBases(MemoryMedium medium) implements Bases {
  @Override
  public Optional<Base> find(RecordId id) {
    return Optional.ofNullable(medium.rows().bases().get(id));
  }

  @Override
  public void put(RecordId id, Base base) {
    medium.changing().bases().put(id, base);
  }

  @Override
  public void delete(RecordId id) {
    medium.changing().bases().remove(id);
  }
}
