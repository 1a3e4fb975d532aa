package dev.throughline.trials.memory;

import dev.throughline.desktop.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** What is left of a journal when its machine stops: the forced entries, perhaps one more. */
public final class JournalDisk {
  private final List<JournalEntry> entries = new ArrayList<>();
  private int forced;

  List<JournalEntry> entries() {
    return entries;
  }

  void write(JournalEntry entry) {
    entries.add(entry);
  }

  void force() {
    forced = entries.size();
  }

  /**
   * The machine stops.
   *
   * @param kept how many entries that were never forced got onto the disk whole all the same; the
   *     next one may be torn, which reading it again mends
   */
  public void crash(int kept) {
    int end = Math.min(entries.size(), forced + kept);
    entries.subList(end, entries.size()).clear();
    forced = end;
  }

  /** Holds what another disk holds now, and nothing else. */
  public void copyOf(JournalDisk other) {
    entries.clear();
    entries.addAll(other.entries);
    forced = entries.size();
  }

  /** Every entry that is there, oldest first. */
  public List<JournalEntry> written() {
    return List.copyOf(entries);
  }
}
