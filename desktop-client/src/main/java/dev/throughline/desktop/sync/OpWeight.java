package dev.throughline.desktop.sync;

import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;

/** About how many bytes an operation takes in a message; near enough to cut a batch. */
final class OpWeight {
  private static final int FRAME = 260;
  private static final int SMALL = 12;

  private OpWeight() {}

  static long of(Op op) {
    long weight = FRAME;
    for (var field : op.fields().entrySet()) {
      weight += field.getKey().length() + SMALL + of(field.getValue());
    }
    return weight;
  }

  private static long of(FieldChange change) {
    return switch (change) {
      case FieldChange.Put(Value value) -> of(value);
      case TextEdit(TextBase base, var splices) -> {
        long weight = base instanceof TextBase.Inline(String text) ? text.length() : SMALL;
        for (Splice splice : splices) {
          weight += SMALL + splice.inserted().length();
        }
        yield weight;
      }
      case FieldChange.SetEdit(var added, var removed) ->
          added.stream().mapToLong(String::length).sum()
              + removed.stream().mapToLong(String::length).sum();
      case FieldChange.Count _ -> SMALL;
    };
  }

  private static long of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length();
      case Value.Items(var items) -> items.stream().mapToLong(OpWeight::of).sum();
      case Value.Entries(var entries) ->
          entries.entrySet().stream()
              .mapToLong(entry -> entry.getKey().length() + of(entry.getValue()))
              .sum();
      case Value.Nothing _, Value.Flag _, Value.Whole _, Value.Decimal _ -> SMALL;
    };
  }
}
