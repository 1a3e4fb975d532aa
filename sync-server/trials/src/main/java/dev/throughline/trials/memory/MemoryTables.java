package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Arrival;
import dev.throughline.desktop.store.Bases.Base;
import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.UndoStep;
import dev.throughline.model.id.RecordId;
import java.util.TreeMap;
import java.util.TreeSet;

/** All rows of a store at one moment. What was committed is never changed again, only copied. */
record MemoryTables(
    TreeMap<String, String> facts,
    TreeMap<RecordId, RecordView> records,
    TreeMap<RecordId, Base> bases,
    TreeMap<Long, PendingRow> pending,
    TreeMap<String, Arrival> arrivals,
    TreeMap<Long, UndoStep> undo,
    TreeSet<RecordId> removals) {
  /** An unsettled operation, with the number at which its effect stands once it is answered. */
  record PendingRow(Row row, long effectSeq) {}

  static MemoryTables empty() {
    return new MemoryTables(
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>());
  }

  MemoryTables copy() {
    return new MemoryTables(
        new TreeMap<>(facts),
        new TreeMap<>(records),
        new TreeMap<>(bases),
        new TreeMap<>(pending),
        new TreeMap<>(arrivals),
        new TreeMap<>(undo),
        new TreeSet<>(removals));
  }
}
