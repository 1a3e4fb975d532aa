package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import java.util.List;
import java.util.Optional;

/** Reads what the Sync place shows. Not on the UI thread. */
final class Outbox {
  /** Operations looked at; a longer queue shows its oldest part and how many follow. */
  static final int OPS_MAX = 5_000;

  private final LocalStore store;

  Outbox(Ledger ledger) {
    this.store = ledger.store();
  }

  /**
   * One look at the store.
   *
   * @param ops all operations that are not on the server, listed or not
   * @param workspace the joined workspace's name; empty while this profile is on its own
   */
  record Contents(List<WaitingChange> changes, int ops, Optional<String> workspace, String device) {
    static final Contents NOTHING = new Contents(List.of(), 0, Optional.empty(), "");

    Contents {
      changes = List.copyOf(changes);
    }

    /** Whether there are more than were counted. */
    boolean isMore() {
      return ops >= LocalStore.COUNT_MAX;
    }

    /** Operations beyond those that were looked at. */
    int more() {
      return ops - changes.stream().mapToInt(WaitingChange::ops).sum();
    }
  }

  Contents read() {
    RecordNames names = new RecordNames(store);
    LocalStore.Counts counts = store.counts();
    return new Contents(
        WaitingChanges.of(store.unsettled(OPS_MAX), names),
        counts.waiting() + counts.parked(),
        store.joinedName(),
        store.device().map(Object::toString).orElse(""));
  }
}
