package dev.throughline.desktop.journal;

/**
 * What the ledger asks of a journal: an entry is on disk when {@link #append} returns, and is read
 * again in order after any crash. {@link Journal} keeps this promise with files.
 */
public interface EntryLog extends AutoCloseable {
  /** Receives entries in the order they were written. */
  @FunctionalInterface
  interface Reader {
    void accept(JournalEntry entry, JournalPosition next);
  }

  /** Reads every entry after a position. */
  void read(JournalPosition after, Reader reader) throws JournalException;

  /** The position after the last entry. */
  JournalPosition end();

  /** Whether nothing was ever written. */
  boolean isEmpty();

  /**
   * Appends an entry and forces it to disk.
   *
   * @throws JournalException when it is not on disk; the journal then is as it was before
   */
  JournalPosition append(JournalEntry entry) throws JournalException;

  @Override
  void close() throws JournalException;
}
