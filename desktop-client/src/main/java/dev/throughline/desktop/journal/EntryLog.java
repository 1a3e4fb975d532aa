package dev.throughline.desktop.journal;

import java.util.Iterator;

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

  /** Damaged and missing places met while reading; zero in a healthy journal. */
  default long damagedFrames() {
    return 0;
  }

  /** Whether nothing damaged or missing was found so far, read or not. */
  default boolean isWhole() {
    return damagedFrames() == 0;
  }

  /** Looks through what was not read yet, so that {@link #isWhole} knows of all of it. */
  default void check() throws JournalException {}

  /**
   * Writes these entries in the place of everything there is; what was there is kept aside. When it
   * fails the journal goes on as it was.
   *
   * @param after every position from now on comes after this one
   */
  default void beginAnew(JournalPosition after, Iterator<JournalEntry> entries)
      throws JournalException {
    throw new UnsupportedOperationException("a log that cannot be damaged never begins anew");
  }

  @Override
  void close() throws JournalException;
}
