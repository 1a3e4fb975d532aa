package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Arrivals;
import dev.throughline.desktop.store.Bases;
import dev.throughline.desktop.store.Facts;
import dev.throughline.desktop.store.Listings;
import dev.throughline.desktop.store.PendingOps;
import dev.throughline.desktop.store.Records;
import dev.throughline.desktop.store.Removals;
import dev.throughline.desktop.store.StoreMedium;
import dev.throughline.desktop.store.UndoSteps;
import java.sql.SQLException;

/**
 * A store in memory over what its disk keeps; the first change of a transaction copies the rows.
 */
public final class MemoryMedium implements StoreMedium {
  private final StoreDisk disk;
  private final StopPoints stops;
  private MemoryTables tables;
  private boolean isInTransaction;
  private boolean isChanged;

  /** Opens what the disk keeps. */
  public MemoryMedium(StoreDisk disk, StopPoints stops) {
    this.disk = disk;
    this.stops = stops;
    this.tables = disk.newest();
  }

  /** The rows, for reading. */
  MemoryTables rows() {
    return tables;
  }

  /** The rows, for changing inside the transaction. */
  MemoryTables changing() {
    if (!isInTransaction) {
      throw new IllegalStateException("rows are changed in a transaction only");
    }
    if (!isChanged) {
      tables = tables.copy();
      isChanged = true;
    }
    stops.pass(StopPoint.STORE_CHANGED);
    return tables;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws SQLException {
    stops.pass(StopPoint.STORE_BEGINS);
    isInTransaction = true;
    isChanged = false;
    boolean isDone = false;
    T result;
    try {
      result = work.run();
      isDone = true;
    } finally {
      isInTransaction = false;
      if (!isDone) {
        tables = disk.newest();
      }
    }
    if (isChanged) {
      disk.committed(tables);
      stops.pass(StopPoint.STORE_COMMITTED);
    }
    return result;
  }

  @Override
  public Facts facts() {
    return new MemoryFacts(this);
  }

  @Override
  public Records records() {
    return new MemoryRecords(this);
  }

  @Override
  public Listings listings() {
    return new MemoryListings(this);
  }

  @Override
  public Bases bases() {
    return new MemoryBases(this);
  }

  @Override
  public PendingOps pending() {
    return new MemoryPending(this);
  }

  @Override
  public Arrivals arrivals() {
    return new MemoryArrivals(this);
  }

  @Override
  public UndoSteps undo() {
    return new MemoryUndo(this);
  }

  @Override
  public Removals removals() {
    return new MemoryRemovals(this);
  }

  @Override
  public void close() {
    tables = MemoryTables.empty();
  }
}
