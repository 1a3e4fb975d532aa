package dev.throughline.trials.memory;

import dev.throughline.desktop.journal.EntryLog;
import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.journal.JournalPosition;
import java.util.List;

/** A journal in memory over what its disk keeps; a position counts entries. */
public final class MemoryJournal implements EntryLog {
  private final JournalDisk disk;
  private final StopPoints stops;
  private final boolean isForcing;

  public MemoryJournal(JournalDisk disk, StopPoints stops) {
    this(disk, stops, true);
  }

  /** A journal that, unless it is forcing, says "on disk" of what is not: a mistake to be found. */
  public MemoryJournal(JournalDisk disk, StopPoints stops, boolean isForcing) {
    this.disk = disk;
    this.stops = stops;
    this.isForcing = isForcing;
  }

  @Override
  public void read(JournalPosition after, Reader reader) {
    List<JournalEntry> entries = disk.written();
    for (int i = Math.toIntExact(after.offset()); i < entries.size(); i++) {
      reader.accept(entries.get(i), new JournalPosition(1, i + 1L));
    }
  }

  @Override
  public JournalPosition end() {
    return new JournalPosition(1, disk.entries().size());
  }

  @Override
  public boolean isEmpty() {
    return disk.entries().isEmpty();
  }

  @Override
  public JournalPosition append(JournalEntry entry) {
    disk.write(entry);
    stops.pass(StopPoint.JOURNAL_WRITTEN);
    if (isForcing) {
      disk.force();
    }
    stops.pass(StopPoint.JOURNAL_FORCED);
    return end();
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
