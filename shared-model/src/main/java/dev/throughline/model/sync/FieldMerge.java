package dev.throughline.model.sync;

import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.value.Value;
import java.util.Optional;

/** Takes one field's change into a draft, by the field's policy. */
final class FieldMerge {
  private static final int UNKNOWN_FIELD_NAME_MAX = 100;

  private final Kind kind;
  private final RecordDraft draft;

  FieldMerge(Kind kind, RecordDraft draft) {
    this.kind = kind;
    this.draft = draft;
  }

  /** Takes the change in; answers why not when it cannot. */
  Optional<Merge.Refused> take(String name, FieldChange change) {
    Optional<Field> field = kind.field(name);
    if (field.isEmpty() && name.length() > UNKNOWN_FIELD_NAME_MAX) {
      return RecordDraft.refused(ParkReason.INVALID, "a field name is too long");
    }
    return switch (change) {
      case FieldChange.Put(Value value) -> takePut(name, field, value);
      case FieldChange.TextEdit edit -> new TextRule(draft, name, field).take(edit);
      case FieldChange.SetEdit edit -> new SetRule(draft, name, field).take(edit);
      case FieldChange.Count count -> new CounterRule(draft, name, field).take(count);
    };
  }

  private Optional<Merge.Refused> takePut(String name, Optional<Field> field, Value value) {
    MergePolicy policy = field.map(Field::merge).orElse(MergePolicy.LATEST);
    return switch (policy) {
      case TEXT ->
          value instanceof Value.Text(String text)
              ? new TextRule(draft, name, field).takeWhole(text)
              : new ValueRule(draft, name, field, policy).take(value);
      case SET -> new SetRule(draft, name, field).takeWhole(value);
      case COUNTER -> new CounterRule(draft, name, field).takeTotal(value);
      case LATEST, ORDER, STRICTER, COMMAND, SCOPE ->
          new ValueRule(draft, name, field, policy).take(value);
    };
  }
}
