package dev.throughline.model.sync;

import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folds two unsent edits of one record into one, so that an hour of typing travels as one
 * operation. Text edits need their bases inline. Never fold an operation that may have been sent.
 */
public final class Fold {
  private Fold() {}

  /**
   * The one operation that does what both do; empty if there is none. It stands where the first
   * stood and has the second's id and group: the first may be in a copy of the profile, and two
   * operations of one id would count as one.
   */
  public static Optional<Op> join(Op first, Op second) {
    boolean fits =
        first.record().equals(second.record())
            && first.action() == Action.EDIT
            && second.action() == Action.EDIT
            && first.baseSeq() == second.baseSeq()
            && !pointsSomewhere(second);
    if (!fits) {
      return Optional.empty();
    }
    TreeMap<String, FieldChange> fields = new TreeMap<>(first.fields());
    for (var entry : second.fields().entrySet()) {
      Optional<FieldChange> joined =
          joinField(Optional.ofNullable(fields.get(entry.getKey())), entry.getValue());
      if (joined.isEmpty()) {
        return Optional.empty();
      }
      fields.put(entry.getKey(), joined.get());
    }
    return Optional.of(
        new Op(
            second.id(),
            first.opNo(),
            second.group(),
            second.hlc(),
            first.record(),
            first.kind(),
            first.action(),
            first.baseSeq(),
            fields));
  }

  /** What an edit points to may be made after the first edit; folded, it would be sent before. */
  private static boolean pointsSomewhere(Op op) {
    Optional<Kind> kind = Kinds.named(op.kind());
    return op.fields().keySet().stream()
        .anyMatch(
            name ->
                kind.flatMap(known -> known.field(name))
                    .filter(field -> field.type() instanceof FieldType.Reference)
                    .isPresent());
  }

  private static Optional<FieldChange> joinField(Optional<FieldChange> before, FieldChange change) {
    if (before.isEmpty()) {
      return Optional.of(change);
    }
    return switch (change) {
      case FieldChange.Put put -> Optional.of(put);
      case FieldChange.TextEdit edit ->
          switch (before.get()) {
            case FieldChange.Put(var value) -> onPut(value, edit);
            case FieldChange.TextEdit first -> onEdit(first, edit);
            case FieldChange.SetEdit _, FieldChange.Count _ -> Optional.empty();
          };
      case FieldChange.SetEdit edit ->
          switch (before.get()) {
            case FieldChange.Put(var value) -> Optional.of(FieldChange.put(edit.applyTo(value)));
            case FieldChange.SetEdit first -> Optional.of(first.then(edit));
            case FieldChange.TextEdit _, FieldChange.Count _ -> Optional.empty();
          };
      case FieldChange.Count count ->
          switch (before.get()) {
            case FieldChange.Put(var value) -> Optional.of(FieldChange.put(count.applyTo(value)));
            case FieldChange.Count first -> Optional.of(first.then(count));
            case FieldChange.TextEdit _, FieldChange.SetEdit _ -> Optional.empty();
          };
    };
  }

  private static Optional<FieldChange> onPut(Value value, FieldChange.TextEdit edit) {
    String text = value instanceof Value.Text(String held) ? held : "";
    return edit.base().equals(new TextBase.Inline(text))
        ? Optional.of(FieldChange.put(Value.text(edit.applyTo(text))))
        : Optional.empty();
  }

  private static Optional<FieldChange> onEdit(
      FieldChange.TextEdit first, FieldChange.TextEdit edit) {
    if (!(first.base() instanceof TextBase.Inline(String base))) {
      return Optional.empty();
    }
    return TextEdits.join(base, first, edit).map(FieldChange.class::cast);
  }
}
