package dev.throughline.server.product;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.Value;
import dev.throughline.server.http.Members;
import dev.throughline.server.sync.RecordDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One record of several that are made together. */
record Line(Kind kind, Map<String, Value> fields) {
  /** Most of one list. */
  static final int LINES_MAX = 100;

  /**
   * The fields of a line that cannot be without one of them.
   *
   * @param where the list it stands in
   */
  static Map<String, Value> named(Members one, Kind kind, String field, String where) {
    String text = Members.line(one.text(field).orElse(""));
    if (text.isEmpty()) {
      throw Members.malformed("Each of " + where + " needs a " + field + ".");
    }
    one.field(kind, field);
    return new TreeMap<>(Map.of(field, Value.text(text)));
  }

  /** What of a kind belongs to a record, in the order of the ids. */
  static Value shown(RecordDesk.Opened desk, RecordDesk.Found above, Kind kind) {
    List<Value> lines =
        desk.naming(kind.name(), kind.parent(), List.of(above.id())).stream()
            .sorted(Comparator.comparing(RecordDesk.Found::id))
            .map(found -> shown(found, kind))
            .toList();
    return new Value.Items(lines);
  }

  /** The same; nothing when whoever asks may not read what is of that kind there. */
  static Value readable(RecordDesk.Opened desk, RecordDesk.Found above, Kind kind) {
    Value lines = shown(desk, above, kind);
    boolean isSeen =
        lines instanceof Value.Items(var all)
            && (all.isEmpty()
                ? desk.access().mayRead(kind.name())
                // What lies below one record is all in one study.
                : desk.mayRead(id(all.getFirst())));
    return isSeen ? lines : Value.NOTHING;
  }

  private static RecordId id(Value line) {
    return new FieldMap(((Value.Entries) line).values()).reference("id").orElseThrow();
  }

  private static Value shown(RecordDesk.Found found, Kind kind) {
    Map<String, Value> members = new TreeMap<>();
    kind.fields()
        .forEach(
            field ->
                members.put(
                    field.name(), found.fields().getOrDefault(field.name(), Value.NOTHING)));
    members.remove(kind.parent());
    members.put("id", Value.text(found.id().toString()));
    return new Value.Entries(members);
  }
}
