package dev.throughline.desktop.exchange;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One record as a line of the export. A cleared field is no field: it is written nowhere.
 *
 * @param withheld names of fields that were held back, which is not the same as cleared
 */
record ExportLine(
    RecordId id,
    String kind,
    boolean trashed,
    SortedMap<String, Value> fields,
    SortedSet<String> withheld) {
  private static final int MEMBERS = 4;

  /** What the store's and the server's columns hold. */
  private static final int KIND_LENGTH_MAX = 60;

  private static final int FIELD_NAME_LENGTH_MAX = 100;

  /** Leaves room for the levels that the journal and a push put around a value. */
  private static final int DEPTH_MAX = 16;

  ExportLine {
    fields = new TreeMap<>(fields);
    fields.values().removeIf(value -> value instanceof Value.Nothing);
    withheld = new TreeSet<>(withheld);
  }

  static ExportLine of(RecordView view) {
    return new ExportLine(view.id(), view.kind(), view.trashed(), view.fields(), new TreeSet<>());
  }

  static ExportLine of(Leaving.Released released) {
    RecordView view = released.record();
    return new ExportLine(
        view.id(), view.kind(), view.trashed(), view.fields(), new TreeSet<>(released.withheld()));
  }

  /** Whether a record here is what this line says, as far as it says anything. */
  boolean says(RecordView view) {
    SortedMap<String, Value> rest = new TreeMap<>(view.fields());
    rest.keySet().removeAll(withheld);
    return new ExportLine(view.id(), view.kind(), view.trashed(), rest, withheld).equals(this);
  }

  /**
   * Reads a line.
   *
   * @throws MalformedMessage when it is not the JSON of a record
   * @throws IllegalArgumentException when its id is none
   */
  static ExportLine parse(String text) {
    Value value = WireFormat.VALUE.decode(text.getBytes(StandardCharsets.UTF_8), Encoding.JSON);
    if (value instanceof Value.Entries(var members)
        && members.size() == MEMBERS + (members.containsKey("withheld") ? 1 : 0)
        && members.get("id") instanceof Value.Text(String id)
        && members.get("kind") instanceof Value.Text(String kind)
        && members.get("trashed") instanceof Value.Flag(boolean trashed)
        && members.get("fields") instanceof Value.Entries(var fields)) {
      SortedSet<String> withheld = withheld(members);
      if (!Collections.disjoint(withheld, fields.keySet())) {
        throw new MalformedMessage("not a record: a field is held back and there");
      }
      return new ExportLine(RecordId.of(id), kind, trashed, fields, withheld);
    }
    throw new MalformedMessage("not a record");
  }

  private static SortedSet<String> withheld(Map<String, Value> members) {
    SortedSet<String> names = new TreeSet<>();
    if (members.containsKey("withheld")) {
      if (!(members.get("withheld") instanceof Value.Items(var items))) {
        throw new MalformedMessage("not a record");
      }
      for (Value item : items) {
        if (!(item instanceof Value.Text(String name))) {
          throw new MalformedMessage("not a record");
        }
        names.add(name);
      }
    }
    return names;
  }

  String text() {
    Map<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(id.toString()));
    members.put("kind", Value.text(kind));
    members.put("trashed", new Value.Flag(trashed));
    members.put("fields", new Value.Entries(fields));
    if (!withheld.isEmpty()) {
      members.put("withheld", new Value.Items(withheld.stream().map(Value::text).toList()));
    }
    return new String(
        WireFormat.VALUE.encode(new Value.Entries(members), Encoding.JSON), StandardCharsets.UTF_8);
  }

  /** Why this record could not be kept, in words that hold none of it; empty when it can. */
  Optional<String> problem() {
    if (kind.isBlank() || kind.length() > KIND_LENGTH_MAX) {
      return Optional.of("its kind is not a name");
    }
    if (fields.size() > Kind.FIELDS_MAX) {
      return Optional.of("it has more than " + Kind.FIELDS_MAX + " fields");
    }
    return fields.entrySet().stream()
        .flatMap(entry -> problem(entry.getKey(), entry.getValue()).stream())
        .findFirst();
  }

  private Optional<String> problem(String name, Value value) {
    var field = Kinds.named(kind).flatMap(known -> known.field(name));
    if (field.isPresent()) {
      return field.get().type().problem(value).map(problem -> name + " " + problem);
    }
    if (name.length() > FIELD_NAME_LENGTH_MAX) {
      return Optional.of("the name of a field is too long");
    }
    return depth(value) > DEPTH_MAX
        ? Optional.of("a field is nested too deeply")
        : Optional.empty();
  }

  private static int depth(Value value) {
    return switch (value) {
      case Value.Items(var items) -> 1 + items.stream().mapToInt(ExportLine::depth).max().orElse(0);
      case Value.Entries(var entries) ->
          1 + entries.values().stream().mapToInt(ExportLine::depth).max().orElse(0);
      case Value.Nothing _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ -> 0;
    };
  }
}
