package dev.throughline.desktop.store;

import dev.throughline.desktop.journal.EntryLog;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.journal.JournalPosition;

/**
 * Sees whether the journal still tells everything the store holds, and writes it anew where it does
 * not: whoever deletes the store afterwards loses nothing. Used under the lock of the ledger.
 */
final class JournalMending {
  private final EntryLog journal;
  private final LocalStore store;
  private final boolean isStoreAhead;
  private final boolean isStoreEmpty;

  /** To be made before the store has read on in the journal. */
  JournalMending(EntryLog journal, LocalStore store) {
    this.journal = journal;
    this.store = store;
    this.isStoreAhead = store.position().compareTo(journal.end()) > 0;
    this.isStoreEmpty = store.position().equals(JournalPosition.START);
  }

  /**
   * To be called when the store has read the journal to its end.
   *
   * @throws JournalException when the journal lacks what only the store has and cannot be mended:
   *     to go on would hide that
   */
  JournalState mend() throws JournalException {
    boolean isLost = journal.damagedFrames() > 0 || (isStoreEmpty && !journal.isWhole());
    if (journal.isWhole() && !isStoreAhead) {
      return JournalState.WHOLE;
    }
    try {
      renew();
      return isLost ? JournalState.LOST : JournalState.MENDED;
    } catch (JournalException e) {
      if (isStoreAhead) {
        throw e;
      }
      return isLost ? JournalState.LOST : JournalState.UNMENDED;
    }
  }

  /** The same for damage that was found later, when the store had read everything long before. */
  JournalState mendLater() {
    if (journal.isWhole()) {
      return JournalState.WHOLE;
    }
    try {
      renew();
      return JournalState.MENDED;
    } catch (JournalException _) {
      return JournalState.UNMENDED;
    }
  }

  private void renew() throws JournalException {
    journal.beginAnew(store.position(), new UnsettledEntries(store));
    store.standAt(journal.end());
  }
}
