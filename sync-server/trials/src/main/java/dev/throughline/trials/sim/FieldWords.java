package dev.throughline.trials.sim;

import dev.throughline.desktop.store.Draft;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        case Draft.Set(_, _, var fields) -> fields.values().forEach(v -> words.addAll(of(v)));
        case Draft.Text(_, _, _, _, String after) -> words.addAll(Tokens.wordsOf(after));
        case Draft.Move _ -> {}
      }
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
        case FieldChange.SetEdit edit -> words.addAll(edit.added());
        case FieldChange.Count _ -> {}
      }
    }
    return words;
  }
}
