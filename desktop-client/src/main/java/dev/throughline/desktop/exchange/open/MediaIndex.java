package dev.throughline.desktop.exchange.open;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The list of recordings in an export. Whatever is read is looked at. */
record MediaIndex(List<Entry> entries) {
  /** As many as a list of that many can be read. */
  static final int BYTES_MAX = 64 << 20;

  private static final String RECORDINGS = "recordings";

  MediaIndex {
    entries = List.copyOf(entries);
  }

  /**
   * One recording.
   *
   * @param file its path in the export; empty when its sound is not in it
   * @param sha256 of that file
   * @param bytes of that file, or those that would have had to come
   * @param note why it has no file, or what is wrong with it; may be empty
   */
  record Entry(
      RecordId recording,
      Optional<RecordId> interview,
      String file,
      String sha256,
      long bytes,
      String note) {}

  byte[] bytes() {
    Value list =
        new Value.Entries(
            Map.of(RECORDINGS, new Value.Items(entries.stream().map(MediaIndex::value).toList())));
    return WireFormat.VALUE.encode(list, Encoding.JSON);
  }

  private static Value value(Entry entry) {
    Map<String, Value> members = new TreeMap<>();
    members.put("recording", Value.text(entry.recording().toString()));
    entry.interview().ifPresent(id -> members.put("interview", Value.text(id.toString())));
    members.put("bytes", Value.whole(entry.bytes()));
    put(members, "file", entry.file());
    put(members, "sha256", entry.sha256());
    put(members, "note", entry.note());
    return new Value.Entries(members);
  }

  private static void put(Map<String, Value> members, String name, String text) {
    if (!text.isEmpty()) {
      members.put(name, Value.text(text));
    }
  }

  /** Empty when it is none. */
  static Optional<MediaIndex> read(byte[] bytes) {
    try {
      if (WireFormat.VALUE.decode(bytes, Encoding.JSON) instanceof Value.Entries(var members)
          && members.get(RECORDINGS) instanceof Value.Items(var items)) {
        List<Entry> entries = new ArrayList<>();
        for (Value item : items) {
          entries.add(entry(item));
        }
        return Optional.of(new MediaIndex(entries));
      }
    } catch (MalformedMessage _) {
      // It was edited, or never was one.
    }
    return Optional.empty();
  }

  private static Entry entry(Value value) {
    if (!(value instanceof Value.Entries(var members))) {
      throw new MalformedMessage("no recording");
    }
    FieldMap its = new FieldMap(members);
    return new Entry(
        its.reference("recording").orElseThrow(() -> new MalformedMessage("no recording")),
        its.reference("interview"),
        its.text("file"),
        its.text("sha256"),
        its.whole("bytes").orElse(0L),
        its.text("note"));
  }
}
