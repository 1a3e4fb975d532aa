package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins a text edit with the one that was made on its result. */
public final class TextEdits {
  private TextEdits() {}

  /**
   * One edit that does what both do, when the second was made on exactly what the first left; empty
   * otherwise.
   *
   * @param firstBase the text the first edit was made on
   */
  public static Optional<FieldChange.TextEdit> join(
      String firstBase, FieldChange.TextEdit first, FieldChange.TextEdit second) {
    String between = first.applyTo(firstBase);
    boolean follows =
        switch (second.base()) {
          case TextBase.Inline(String text) -> text.equals(between);
          case TextBase.AtBase(String digest) -> digest.equals(TextDigest.of(between));
        };
    if (!follows) {
      return Optional.empty();
    }
    String after = second.applyTo(between);
    List<Splice> splices = new ArrayList<>(1);
    splices.add(Splice.between(firstBase, after));
    return Optional.of(new FieldChange.TextEdit(first.base(), splices));
  }
}
