package dev.throughline.desktop.store;

import java.sql.SQLException;

/**
 * What a local store is kept in: tables, and transactions over all of them. {@link LocalStore} is
 * the same over every medium; production has {@link H2Medium}. One thread at a time.
 */
public interface StoreMedium extends AutoCloseable {
  Facts facts();

  Records records();

  Listings listings();

  Bases bases();

  PendingOps pending();

  Arrivals arrivals();

  UndoSteps undo();

  Removals removals();

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Does the work whole or, when it throws, not at all. */
  <T> T inTransaction(Work<T> work) throws SQLException;

  @Override
  void close() throws SQLException;
}
