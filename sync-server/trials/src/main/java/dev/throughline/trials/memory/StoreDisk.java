package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Bases;
import dev.throughline.model.id.RecordId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What is left of a store when its machine stops: whole transactions, of which the newest may be
 * gone, because a database that says "committed" is not believed.
 */
public final class StoreDisk {
  /** Transactions that a crash can take back. */
  public static final int LOSABLE_MAX = 12;

  private final Deque<MemoryTables> versions = new ArrayDeque<>();

  MemoryTables newest() {
    return versions.isEmpty() ? MemoryTables.empty() : versions.getLast();
  }

  /** What the store holds of a record as the server has it, while work on it is unsettled. */
  public Optional<Bases.Base> base(RecordId record) {
    return Optional.ofNullable(newest().bases().get(record));
  }

  void committed(MemoryTables tables) {
    versions.addLast(tables);
    if (versions.size() > LOSABLE_MAX + 1) {
      versions.removeFirst();
    }
  }

  /** Takes back the newest transactions that changed something, as far as they can be. */
  public void lose(int transactions) {
    for (int i = 0; i < transactions && versions.size() > 1; i++) {
      versions.removeLast();
    }
  }

  /** Holds what another disk holds now, and nothing else. */
  public void copyOf(StoreDisk other) {
    versions.clear();
    versions.addAll(other.versions);
  }

  /** The file is damaged beyond reading; a new one is begun in its place. */
  public void wipe() {
    versions.clear();
  }
}
