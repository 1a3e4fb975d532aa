package dev.throughline.model.wire;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** The history of one record as a value tree, and back. */
final class HistoryCodecs {
  private HistoryCodecs() {}

  static Value write(RecordHistory history) {
    return new Value.Entries(
        Map.of(
            "record", Value.text(history.record().toString()),
            "entries",
                new Value.Items(
                    history.entries().stream()
                        .map((RecordHistory.Entry entry) -> write(entry))
                        .toList()),
            "more", new Value.Flag(history.more())));
  }

  static RecordHistory read(Value value) {
    Members in = Members.of("recordHistory", value);
    RecordHistory history =
        new RecordHistory(
            in.parsed("record", RecordId::of),
            in.items("entries", RecordHistory.ENTRIES_MAX, HistoryCodecs::readEntry),
            in.flag("more"));
    in.end();
    return history;
  }

  private static Value write(RecordHistory.Entry entry) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("seq", Value.whole(entry.seq()));
    members.put("author", Value.text(entry.author()));
    members.put("device", Value.text(entry.device()));
    members.put("at", Value.whole(entry.atMillis()));
    members.put("trashed", new Value.Flag(entry.trashed()));
    members.put("fields", new Value.Entries(entry.fields()));
    if (entry.erased()) {
      members.put("erased", new Value.Flag(true));
    }
    return new Value.Entries(members);
  }

  private static RecordHistory.Entry readEntry(Value value) {
    Members in = Members.of("historyEntry", value);
    RecordHistory.Entry entry =
        new RecordHistory.Entry(
            in.count("seq"),
            in.text("author"),
            in.text("device"),
            in.count("at"),
            in.flag("trashed"),
            in.optionalFlag("erased"),
            in.entries("fields", Kind.FIELDS_MAX, field -> field));
    in.end();
    return entry;
  }
}
