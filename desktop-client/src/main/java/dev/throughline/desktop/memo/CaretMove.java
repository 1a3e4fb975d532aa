package dev.throughline.desktop.memo;

import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextMerge;

/** Where a caret goes when others change the text around it: it stays with its word. */
final class CaretMove {
  /** A private-use character, which merges as a word of its own. */
  private static final String MARK = "\uF8FF";

  private CaretMove() {}

  static int after(String before, String after, int caret) {
    Splice splice = Splice.between(before, after);
    int end = splice.at() + splice.removed();
    int shift = splice.inserted().length() - splice.removed();
    if (caret < splice.at() || (caret == splice.at() && staysBefore(before, splice))) {
      return caret;
    }
    return caret >= end ? caret + shift : inside(before, after, splice, caret);
  }

  /** At an insertion the caret stays behind the word it stands at, or moves along before it. */
  private static boolean staysBefore(String before, Splice splice) {
    int at = splice.at();
    return splice.removed() > 0 || WordSpan.isWord(before, at - 1) || !WordSpan.isWord(before, at);
  }

  /** Several places changed at once: a mark before the caret's word goes through the same merge. */
  private static int inside(String before, String after, Splice splice, int caret) {
    int word = WordSpan.wordStart(before, caret);
    String marked = before.substring(0, word) + MARK + before.substring(word);
    String merged = TextMerge.merge(before, after, marked).text();
    boolean isFound = merged.replace(MARK, "").equals(after) && merged.contains(MARK);
    return isFound
        ? Math.min(merged.indexOf(MARK) + caret - word, after.length())
        : splice.at() + splice.inserted().length();
  }
}
