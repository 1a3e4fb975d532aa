package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the Sync place shows. Not on the UI thread. */
final class Outbox {
  /** Operations looked at; a longer queue shows its oldest part and how many follow. */
  static final int OPS_MAX = 5_000;

  /** Kept versions listed; settling some brings up the next. */
  static final int KEPT_MAX = 200;

  private final Ledger ledger;
  private final LocalStore store;

  Outbox(Ledger ledger) {
    this.ledger = ledger;
    this.store = ledger.store();
  }

  /**
   * One look at the store.
   *
   * @param ops all operations that are not on the server, listed or not
   * @param workspace the joined workspace's name; empty while this profile is on its own
   */
  record Contents(
      List<WaitingChange> changes,
      int ops,
      List<KeptVersion> kept,
      Optional<String> workspace,
      String device) {
    static final Contents NOTHING = new Contents(List.of(), 0, List.of(), Optional.empty(), "");

    Contents {
      changes = List.copyOf(changes);
      kept = List.copyOf(kept);
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
        new KeptVersions(names).open(store.newest(Conflict.KIND.name(), 0, KEPT_MAX)),
        store.joinedName(),
        store.device().map(Object::toString).orElse(""));
  }

  /** Marks a kept version as seen to; the record itself stays, here and on the server. */
  SaveResult settle(RecordId conflict) {
    return state(conflict, Conflict.RESOLVED);
  }

  SaveResult reopen(RecordId conflict) {
    return state(conflict, Conflict.OPEN);
  }

  private SaveResult state(RecordId conflict, String state) {
    return ledger.record(
        List.of(new Draft.Set(conflict, Conflict.KIND.name(), Map.of("state", Value.text(state)))));
  }
}
