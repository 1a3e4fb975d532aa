package dev.throughline.desktop.memo;

import dev.throughline.model.sync.Splice;

/** The words of a text that a splice changes; empty where it only puts words in between. */
record WordSpan(int begin, int end) {
  static WordSpan of(String text, Splice splice) {
    int begin = splice.at();
    int end = splice.at() + splice.removed();
    String inserted = splice.inserted();
    boolean changesWordBefore =
        isWord(text, begin) || (inserted.isEmpty() ? isWord(text, end) : isWord(inserted, 0));
    boolean changesWordAfter =
        isWord(text, end - 1)
            || (inserted.isEmpty()
                ? isWord(text, begin - 1)
                : isWord(inserted, inserted.length() - 1));
    return new WordSpan(
        changesWordBefore ? wordStart(text, begin) : begin,
        changesWordAfter ? wordEnd(text, end) : end);
  }

  /** Two insertions at one place have no order of their own: neither is before the other. */
  boolean isBefore(WordSpan other) {
    return end < other.begin || (end == other.begin && (begin < end || other.begin < other.end));
  }

  static int wordStart(String text, int at) {
    int start = at;
    while (isWord(text, start - 1)) {
      start--;
    }
    return start;
  }

  static int wordEnd(String text, int at) {
    int end = at;
    while (isWord(text, end)) {
      end++;
    }
    return end;
  }

  /** Whether the character there belongs to a word; there are no words beyond the ends. */
  static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && !Character.isWhitespace(text.charAt(at));
  }
}
