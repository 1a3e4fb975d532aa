package dev.throughline.desktop.command;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Steps as the store keeps them. One that cannot be read is not offered any more. */
final class StepCodec {
  private StepCodec() {}

  static byte[] bytes(Step step) {
    List<Value> changes = new ArrayList<>();
    step.changes().forEach(change -> changes.add(new Value.Entries(members(change))));
    Map<String, Value> members =
        Map.of("label", Value.text(step.label()), "changes", new Value.Items(changes));
    return WireFormat.VALUE.encode(new Value.Entries(new TreeMap<>(members)), Encoding.CBOR);
  }

  private static TreeMap<String, Value> members(Reversal change) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("record", Value.text(change.record().toString()));
    switch (change) {
      case Reversal.Field(RecordId _, String kind, String field, Value before, Value after) -> {
        put(members, "field", kind);
        members.put("field", Value.text(field));
        members.put("before", before);
        members.put("after", after);
      }
      case Reversal.Passage(RecordId _, String kind, String field, String before, String after) -> {
        put(members, "passage", kind);
        members.put("field", Value.text(field));
        members.put("before", Value.text(before));
        members.put("after", Value.text(after));
      }
      case Reversal.Birth(RecordId _, String kind, Map<String, Value> fields) -> {
        put(members, "birth", kind);
        members.put("fields", new Value.Entries(new TreeMap<>(fields)));
      }
      case Reversal.Move(RecordId _, String kind, Action action) -> {
        put(members, "move", kind);
        members.put("action", Value.text(action.name()));
      }
    }
    return members;
  }

  private static void put(TreeMap<String, Value> members, String is, String kind) {
    members.put("is", Value.text(is));
    members.put("kind", Value.text(kind));
  }

  static Optional<Step> step(byte[] bytes) {
    try {
      if (WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Entries(var members)
          && members.get("changes") instanceof Value.Items(List<Value> changes)) {
        List<Reversal> read = new ArrayList<>();
        for (Value change : changes) {
          read.add(reversal(change));
        }
        return Optional.of(new Step(new FieldMap(members).text("label"), read));
      }
      return Optional.empty();
    } catch (MalformedMessage | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Reversal reversal(Value value) {
    if (!(value instanceof Value.Entries(var members))) {
      throw new IllegalArgumentException("a change is a map");
    }
    FieldMap fields = new FieldMap(members);
    RecordId record = RecordId.of(fields.text("record"));
    String kind = fields.text("kind");
    String field = fields.text("field");
    return switch (fields.text("is")) {
      case "field" ->
          new Reversal.Field(record, kind, field, any(members, "before"), any(members, "after"));
      case "passage" ->
          new Reversal.Passage(record, kind, field, fields.text("before"), fields.text("after"));
      case "birth" ->
          new Reversal.Birth(
              record,
              kind,
              members.get("fields") instanceof Value.Entries(var all) ? all : Map.of());
      case "move" -> new Reversal.Move(record, kind, Action.valueOf(fields.text("action")));
      default -> throw new IllegalArgumentException("no such change");
    };
  }

  private static Value any(Map<String, Value> members, String name) {
    return members.getOrDefault(name, Value.NOTHING);
  }
}
