package dev.throughline.trials.sim;

import dev.throughline.desktop.store.Draft;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The words in values and operations. */
final class FieldWords {
  private FieldWords() {}

  static List<String> of(Value value) {
    List<String> words = new ArrayList<>();
    switch (value) {
      case Value.Text(String text) -> words.addAll(Tokens.wordsOf(text));
      case Value.Items(var items) -> items.forEach(item -> words.addAll(of(item)));
      case Value.Entries(var entries) -> entries.values().forEach(each -> words.addAll(of(each)));
      default -> {}
    }
    return words;
  }

  static Set<String> of(List<Draft> drafts) {
    Set<String> words = new HashSet<>();
    for (Draft draft : drafts) {
      switch (draft) {
        case Draft.Set(_, _, var fields, _) -> fields.values().forEach(v -> words.addAll(of(v)));
        case Draft.Text(_, _, _, _, String after) -> words.addAll(Tokens.wordsOf(after));
        case Draft.Move _ -> {}
      }
    }
    return words;
  }

  /** What an operation would leave; {@code baseOf} tells the text a field held for its writer. */
  static List<String> of(Op op, UnaryOperator<String> baseOf) {
    List<String> words = new ArrayList<>();
    op.fields()
        .forEach(
            (name, change) -> {
              switch (change) {
                case FieldChange.Put(Value value) -> words.addAll(of(value));
                case FieldChange.TextEdit edit ->
                    words.addAll(Tokens.wordsOf(edit.applyTo(base(edit, name, baseOf))));
                case FieldChange.SetEdit edit -> words.addAll(edit.added());
                case FieldChange.Count _ -> {}
              }
            });
    return words;
  }

  private static String base(FieldChange.TextEdit edit, String name, UnaryOperator<String> baseOf) {
    return switch (edit.base()) {
      case TextBase.Inline(String text) -> text;
      case TextBase.AtBase _ -> baseOf.apply(name);
    };
  }
}
