package dev.throughline.model.sync;

import dev.throughline.model.kind.FieldType;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /**
   * Adds texts to a set and takes others out. What somebody added meanwhile is not taken out by one
   * who had not seen it.
   */
  record SetEdit(SortedSet<String> added, SortedSet<String> removed) implements FieldChange {
    /** Most texts one edit may name. */
    public static final int TEXTS_MAX = 2_000;

    public SetEdit {
      added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
      removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** The edit that turns one set into the other. */
    public static SetEdit between(Value before, Value after) {
      TreeSet<String> added = texts(after);
      TreeSet<String> removed = texts(before);
      added.removeAll(texts(before));
      removed.removeAll(texts(after));
      return new SetEdit(added, removed);
    }

    /** The set after the edit, for one who sees nobody else's. */
    public Value applyTo(Value before) {
      TreeSet<String> texts = texts(before);
      texts.removeAll(removed);
      texts.addAll(added);
      return FieldType.Texts.of(texts);
    }

    /** One edit that does what both do, this one first. */
    SetEdit then(SetEdit second) {
      TreeSet<String> allAdded = new TreeSet<>(added);
      allAdded.removeAll(second.removed);
      allAdded.addAll(second.added);
      TreeSet<String> allRemoved = new TreeSet<>(removed);
      allRemoved.removeAll(second.added);
      allRemoved.addAll(second.removed);
      return new SetEdit(allAdded, allRemoved);
    }

    /** The texts of a set's value; what is no text is no element. */
    static TreeSet<String> texts(Value value) {
      TreeSet<String> texts = new TreeSet<>();
      if (value instanceof Value.Items(var items)) {
        for (Value item : items) {
          if (item instanceof Value.Text(String text)) {
            texts.add(text);
          }
        }
      }
      return texts;
    }
  }

  /** Counts up, or down where the number is negative. */
  record Count(long delta) implements FieldChange {
    /** The counter after it; stays at the ends of what a number can hold. */
    public Value applyTo(Value before) {
      return Value.whole(sum(before instanceof Value.Whole(long number) ? number : 0, delta));
    }

    /** One count that does what both do. */
    Count then(Count second) {
      return new Count(sum(delta, second.delta));
    }

    private static long sum(long a, long b) {
      long sum = a + b;
      boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
      return overflows ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
  }

  static FieldChange put(Value value) {
    return new Put(value);
  }
}
