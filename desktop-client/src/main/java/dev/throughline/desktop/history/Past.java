package dev.throughline.desktop.history;

import dev.throughline.model.sync.RecordHistory.Entry;
import dev.throughline.model.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The entries of one record that are known so far, newest first, and what can be worked out from
 * them: an entry names what it changed; what was before stands in older ones.
 *
 * @param isWhole whether they reach back to the record's first entry
 */
record Past(List<Entry> entries, boolean isWhole) {
  /** Changes of one person within this time are one. */
  static final long TOGETHER_MILLIS = Duration.ofMinutes(5).toMillis();

  Past {
    entries = List.copyOf(entries);
  }

  /** With the entries of the next page after these. */
  Past and(List<Entry> older, boolean more) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(older);
    return new Past(all, !more);
  }

  /** What the record held after the entry at this place, as far as that is known. */
  Map<String, Value> heldAt(int index) {
    Map<String, Value> held = new TreeMap<>();
    for (Entry entry : entries.subList(index, entries.size())) {
      entry.fields().forEach(held::putIfAbsent);
    }
    return held;
  }

  private Optional<Value> before(int index, String field) {
    for (Entry entry : entries.subList(index + 1, entries.size())) {
      Value value = entry.fields().get(field);
      if (value != null) {
        return Optional.of(value);
      }
      if (entry.erased()) {
        return Optional.empty();
      }
    }
    return isWhole ? Optional.of(Value.NOTHING) : Optional.empty();
  }

  /** The entries as people read them, newest first. */
  List<Revision> revisions() {
    List<Revision> revisions = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      if (i == entries.size() || !isTogether(entries.get(i - 1), entries.get(i))) {
        revisions.add(revision(from, i - 1));
        from = i;
      }
    }
    return revisions;
  }

  private static boolean isTogether(Entry newer, Entry older) {
    return newer.author().equals(older.author())
        && newer.device().equals(older.device())
        && newer.trashed() == older.trashed()
        && newer.erased() == older.erased()
        && newer.atMillis() - older.atMillis() <= TOGETHER_MILLIS;
  }

  private Revision revision(int newest, int oldest) {
    Entry entry = entries.get(newest);
    Map<String, Revision.FieldLine> lines = new TreeMap<>();
    for (int i = oldest; i >= newest; i--) {
      int at = i;
      entries
          .get(i)
          .fields()
          .forEach(
              (field, after) -> {
                Revision.FieldLine first = lines.get(field);
                Optional<Value> before = first == null ? before(at, field) : first.before();
                lines.put(field, new Revision.FieldLine(field, before, after));
              });
    }
    return new Revision(
        entry.erased() ? Revision.Kind.ERASED : Revision.Kind.LOGGED,
        "logged " + entries.get(oldest).seq(),
        entry.author(),
        entry.device(),
        entries.get(oldest).atMillis(),
        entry.atMillis(),
        lines.values().stream().filter(Past::isChange).toList(),
        trash(newest, oldest),
        heldAt(newest));
  }

  private static boolean isChange(Revision.FieldLine line) {
    return line.before().filter(line.after()::equals).isEmpty();
  }

  private Optional<Boolean> trash(int newest, int oldest) {
    boolean before = oldest + 1 < entries.size() && entries.get(oldest + 1).trashed();
    boolean after = entries.get(newest).trashed();
    return before == after ? Optional.empty() : Optional.of(after);
  }
}
