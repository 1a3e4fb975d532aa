package dev.throughline.model.sync;

import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.List;

/** What an operation does to one field. */
public sealed interface FieldChange {
  /** Sets the field, whatever it held. */
  record Put(Value value) implements FieldChange {}

  /** Edits a long text. */
  record TextEdit(TextBase base, List<Splice> splices) implements FieldChange {
    /** Most splices one edit may carry. */
    public static final int SPLICES_MAX = 10_000;

    public TextEdit {
      splices = List.copyOf(splices);
    }

    /**
     * The text after the edit.
     *
     * @throws IllegalArgumentException when a splice does not fit or leaves ill-formed text
     */
    public String applyTo(String text) {
      String edited = text;
      for (Splice splice : splices) {
        edited = splice.apply(edited);
      }
      PlainText.require(edited);
      return edited;
    }
  }

  static FieldChange put(Value value) {
    return new Put(value);
  }
}
