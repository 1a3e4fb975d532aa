package dev.throughline.model.conflict;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Anything;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.Reference;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two values that met in one field. {@code shown} is the value the field has now, {@code kept} the
 * other; nothing is lost, whichever way the rule decided. Made by the server only.
 */
public record Conflict(
    RecordId id,
    Optional<RecordId> record,
    String recordKind,
    String field,
    Value base,
    Side shown,
    Side kept,
    String rule) {
  /** One side of the conflict: the value, its author, its device and when it was written (ms). */
  public record Side(Value value, String author, String device, long atMillis) {}

  public static final String OPEN = "open";
  public static final String RESOLVED = "resolved";

  /** Field and values of how a person settled it: which value the field was given. */
  public static final String RESOLUTION = "resolution";

  public static final String SHOWN = "shown";
  public static final String KEPT = "kept";
  public static final String BOTH = "both";
  public static final String OWN = "own";

  public static final Kind KIND =
      new Kind(
          "conflict",
          Family.MEMORY,
          "record",
          "",
          List.of(
              Field.latest("record", new Reference("record"), PersonalClass.POINTER),
              Field.latest("recordKind", new TextOf(60), PersonalClass.NEVER),
              Field.latest("field", new TextOf(60), PersonalClass.NEVER),
              Field.latest("base", new Anything(), PersonalClass.PERSONAL),
              Field.latest("shown", new Anything(), PersonalClass.PERSONAL),
              Field.latest("shownAuthor", new TextOf(100), PersonalClass.PERSONAL),
              Field.latest("shownDevice", new TextOf(36), PersonalClass.POINTER),
              Field.latest("shownAt", new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest("kept", new Anything(), PersonalClass.PERSONAL),
              Field.latest("keptAuthor", new TextOf(100), PersonalClass.PERSONAL),
              Field.latest("keptDevice", new TextOf(36), PersonalClass.POINTER),
              Field.latest("keptAt", new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest("rule", new TextOf(60), PersonalClass.NEVER),
              Field.latest("state", new Choice(List.of(OPEN, RESOLVED)), PersonalClass.NEVER),
              Field.latest(
                  RESOLUTION, new Choice(List.of(SHOWN, KEPT, BOTH, OWN)), PersonalClass.NEVER)));

  public static Conflict from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Conflict(
        id,
        fields.reference("record"),
        fields.text("recordKind"),
        fields.text("field"),
        values.getOrDefault("base", Value.NOTHING),
        side(fields, "shown"),
        side(fields, "kept"),
        fields.text("rule"));
  }

  /** Whether a conflict record still waits for a decision: so long as it is not settled. */
  public static boolean isOpen(Map<String, Value> values) {
    return !new FieldMap(values).text("state").equals(RESOLVED);
  }

  /** The fields a conflict record is made of. */
  public Map<String, Value> toFields() {
    return Map.ofEntries(
        Map.entry("record", record.map(r -> Value.text(r.toString())).orElse(Value.NOTHING)),
        Map.entry("recordKind", Value.text(recordKind)),
        Map.entry("field", Value.text(field)),
        Map.entry("base", base),
        Map.entry("shown", shown.value()),
        Map.entry("shownAuthor", Value.text(shown.author())),
        Map.entry("shownDevice", Value.text(shown.device())),
        Map.entry("shownAt", Value.whole(shown.atMillis())),
        Map.entry("kept", kept.value()),
        Map.entry("keptAuthor", Value.text(kept.author())),
        Map.entry("keptDevice", Value.text(kept.device())),
        Map.entry("keptAt", Value.whole(kept.atMillis())),
        Map.entry("rule", Value.text(rule)),
        Map.entry("state", Value.text(OPEN)));
  }

  private static Side side(FieldMap fields, String name) {
    return new Side(
        fields.values().getOrDefault(name, Value.NOTHING),
        fields.text(name + "Author"),
        fields.text(name + "Device"),
        fields.whole(name + "At").orElse(0L));
  }
}
