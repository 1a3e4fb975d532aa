package dev.throughline.trials.sim;

import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;

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

  static List<String> of(Op op) {
    List<String> words = new ArrayList<>();
    for (FieldChange change : op.fields().values()) {
      switch (change) {
        case FieldChange.Put(Value value) -> words.addAll(of(value));
        case FieldChange.TextEdit(_, var splices) ->
            splices.forEach(splice -> words.addAll(Tokens.wordsOf(splice.inserted())));
      }
    }
    return words;
  }
}
