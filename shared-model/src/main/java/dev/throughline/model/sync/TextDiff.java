package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** What changed from one text to another, word by word, for people to read. */
public final class TextDiff {
  /** Beyond this the texts are told as replaced whole: comparing words would take too long. */
  private static final int LENGTH_MAX = 200_000;

  /** What became of a piece. */
  public enum Fate {
    SAME,
    REMOVED,
    ADDED
  }

  /** A run of words with one fate; the pieces in order are both texts woven together. */
  public record Piece(Fate fate, String text) {}

  private TextDiff() {}

  /** The pieces in reading order, what was removed before what was added in its place. */
  public static List<Piece> of(String before, String after) {
    if (before.equals(after)) {
      return before.isEmpty() ? List.of() : List.of(new Piece(Fate.SAME, before));
    }
    List<Piece> pieces = new ArrayList<>();
    if (before.length() + after.length() > LENGTH_MAX) {
      add(pieces, Fate.REMOVED, before);
      add(pieces, Fate.ADDED, after);
      return pieces;
    }
    Words old = Words.of(before);
    Words fresh = Words.of(after);
    int at = 0;
    for (Edit edit : WordDiff.algorithm().diff(Words.SAME, old, fresh)) {
      add(pieces, Fate.SAME, old.text(at, edit.getBeginA()));
      add(pieces, Fate.REMOVED, old.text(edit.getBeginA(), edit.getEndA()));
      add(pieces, Fate.ADDED, fresh.text(edit.getBeginB(), edit.getEndB()));
      at = edit.getEndA();
    }
    add(pieces, Fate.SAME, old.text(at, old.size()));
    return joined(pieces);
  }

  private static void add(List<Piece> pieces, Fate fate, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(fate, text));
    }
  }

  /** A lone space between two changed words only makes the difference harder to read. */
  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean isChange = piece.fate() != Fate.SAME;
      boolean isGap =
          !isChange
              && piece.text().isBlank()
              && !piece.text().contains("\n")
              && removed.length() + added.length() > 0
              && i + 1 < pieces.size();
      if (isGap || piece.fate() == Fate.REMOVED) {
        removed.append(piece.text());
      }
      if (isGap || piece.fate() == Fate.ADDED) {
        added.append(piece.text());
      }
      if (!isChange && !isGap) {
        flush(joined, removed, added);
        joined.add(piece);
      }
    }
    flush(joined, removed, added);
    return joined;
  }

  private static void flush(List<Piece> pieces, StringBuilder removed, StringBuilder added) {
    add(pieces, Fate.REMOVED, removed.toString());
    add(pieces, Fate.ADDED, added.toString());
    removed.setLength(0);
    added.setLength(0);
  }
}
