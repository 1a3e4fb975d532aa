package dev.throughline.desktop.store;

import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.TextDigest;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Long texts in operations that are not settled. Remembers the last it worked out, because a save
 * asks twice for the text below it. One thread at a time.
 */
final class PendingTexts {
  private TextEdit lastEdit = new TextEdit(new TextBase.Inline(""), List.of());
  private String lastText = "";
  private String digested = "";
  private String digest = TextDigest.of(digested);

  /** The operation with each text edit on the very text it was made on. */
  Op withInlineBases(Op op, List<Row> rows) {
    Map<String, FieldChange> fields = new TreeMap<>(op.fields());
    for (var entry : op.fields().entrySet()) {
      if (entry.getValue() instanceof TextEdit(TextBase.AtBase(String named), var splices)) {
        String text = latest(rows, entry.getKey()).orElse("");
        boolean isItsBase = digest(text).equals(named);
        fields.put(
            entry.getKey(),
            new TextEdit(
                new TextBase.Inline(text), isItsBase ? splices : insertions(text, splices)));
      }
    }
    return op.withFields(fields);
  }

  /**
   * What is left of an edit whose base the journal has lost: it removes nothing, because nobody
   * knows what it removed, and puts every word that was typed at the end.
   */
  private static List<Splice> insertions(String text, List<Splice> splices) {
    List<Splice> kept = new ArrayList<>();
    int length = text.length();
    for (Splice splice : splices) {
      kept.add(new Splice(length, 0, splice.inserted()));
      length += splice.inserted().length();
    }
    return kept;
  }

  /** The text that the last of these operations on the field leaves, if that is known exactly. */
  Optional<String> latest(List<Row> rows, String field) {
    for (Row row : rows.reversed()) {
      FieldChange change = row.waiting().op().fields().get(field);
      if (change != null) {
        return switch (change) {
          case FieldChange.Put(Value.Text(String text)) -> Optional.of(text);
          case FieldChange.Put _ -> Optional.empty();
          case TextEdit edit when edit.base() instanceof TextBase.Inline(String base) ->
              Optional.of(applied(edit, base));
          case TextEdit _, FieldChange.SetEdit _, FieldChange.Count _ -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }

  /** The short digest of a text. */
  @SuppressWarnings("ReferenceEquality") // to compare the letters would take as long
  String digest(String text) {
    if (text != digested) {
      digest = TextDigest.of(text);
      digested = text;
    }
    return digest;
  }

  @SuppressWarnings("ReferenceEquality") // as above
  private String applied(TextEdit edit, String base) {
    if (edit != lastEdit) {
      lastText = edit.applyTo(base);
      lastEdit = edit;
    }
    return lastText;
  }
}
