package dev.throughline.desktop.exchange;

import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One record as a line of the export. A cleared field is no field: it is written nowhere. */
record ExportLine(RecordId id, String kind, boolean trashed, SortedMap<String, Value> fields) {
  /** What the store's and the server's columns hold. */
  private static final int KIND_LENGTH_MAX = 60;

  private static final int FIELD_NAME_LENGTH_MAX = 100;

  /** Leaves room for the levels that the journal and a push put around a value. */
  private static final int DEPTH_MAX = 16;

  ExportLine {
    fields = new TreeMap<>(fields);
    fields.values().removeIf(value -> value instanceof Value.Nothing);
  }

  static ExportLine of(RecordView view) {
    return new ExportLine(view.id(), view.kind(), view.trashed(), view.fields());
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
        && members.size() == 4
        && members.get("id") instanceof Value.Text(String id)
        && members.get("kind") instanceof Value.Text(String kind)
        && members.get("trashed") instanceof Value.Flag(boolean trashed)
        && members.get("fields") instanceof Value.Entries(var fields)) {
      return new ExportLine(RecordId.of(id), kind, trashed, fields);
    }
    throw new MalformedMessage("not a record");
  }

  String text() {
    Value value =
        new Value.Entries(
            Map.of(
                "id",
                Value.text(id.toString()),
                "kind",
                Value.text(kind),
                "trashed",
                new Value.Flag(trashed),
                "fields",
                new Value.Entries(fields)));
    return new String(WireFormat.VALUE.encode(value, Encoding.JSON), StandardCharsets.UTF_8);
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
