package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** What changed from one text to another, word by word, for people to read. */
public final class TextDiff {
  /**
   * Longer texts together than this, in UTF-16 units, are compared sentence by sentence first, and
   * word by word only where sentences differ: comparing all words would take too long.
   */
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
    if (isLong(before, after)) {
      weave(pieces, Words.sentences(before), Words.sentences(after), TextDiff::inSentences);
    } else {
      inWords(pieces, before, after);
    }
    return joined(pieces);
  }

  /** Tells what became of a passage that differs. */
  @FunctionalInterface
  private interface Telling {
    void tell(List<Piece> pieces, String removed, String added);
  }

  private static boolean isLong(String before, String after) {
    return before.length() + after.length() > LENGTH_MAX;
  }

  private static void weave(List<Piece> pieces, Words old, Words fresh, Telling differing) {
    int at = 0;
    for (Edit edit : WordDiff.algorithm().diff(Words.SAME, old, fresh)) {
      add(pieces, Fate.SAME, old.text(at, edit.getBeginA()));
      differing.tell(
          pieces,
          old.text(edit.getBeginA(), edit.getEndA()),
          fresh.text(edit.getBeginB(), edit.getEndB()));
      at = edit.getEndA();
    }
    add(pieces, Fate.SAME, old.text(at, old.size()));
  }

  private static void inWords(List<Piece> pieces, String before, String after) {
    weave(pieces, Words.of(before), Words.of(after), TextDiff::replaced);
  }

  private static void replaced(List<Piece> pieces, String removed, String added) {
    add(pieces, Fate.REMOVED, removed);
    add(pieces, Fate.ADDED, added);
  }

  private static void inSentences(List<Piece> pieces, String before, String after) {
    if (!isLong(before, after)) {
      inWords(pieces, before, after);
      return;
    }
    Words old = Words.of(before);
    Words fresh = Words.of(after);
    int head = Words.sameAtStart(old, fresh);
    int tail = Words.sameAtEnd(old, fresh, head);
    add(pieces, Fate.SAME, old.text(0, head));
    replaced(pieces, old.text(head, old.size() - tail), fresh.text(head, fresh.size() - tail));
    add(pieces, Fate.SAME, old.text(old.size() - tail, old.size()));
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
