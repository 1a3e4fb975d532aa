package dev.throughline.model.value;

import java.lang.ref.WeakReference;

/** The one rule every text obeys: well-formed UTF-16 and no U+0000. */
public final class PlainText {
  /** Shorter ones are looked through as fast as asked about. */
  private static final int LONG = 256;

  /** The long text that was found sound last: a save asks about the same one again and again. */
  private static volatile WeakReference<String> sound = new WeakReference<>("");

  private PlainText() {}

  /**
   * Checks a text that arrives from outside.
   *
   * @throws IllegalArgumentException for a lone surrogate or U+0000; the message holds the
   *     position, never the text
   */
  public static void require(String text) {
    int bad = firstBad(text);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "text holds a lone surrogate or U+0000 at position " + bad + "; remove that character");
    }
  }

  /** The same text without what {@link #require} refuses. Returns the argument when it is sound. */
  public static String clean(String text) {
    if (firstBad(text) < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0 && !isSurrogate(point))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static int firstBad(String text) {
    if (text.length() < LONG) {
      return find(text);
    }
    if (sound.refersTo(text)) {
      return -1;
    }
    int bad = find(text);
    if (bad < 0) {
      sound = new WeakReference<>(text);
    }
    return bad;
  }

  private static int find(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpecial(c)) {
        if (c == 0 || (Character.isSurrogate(c) && !isPair(text, i))) {
          return i;
        }
        i += Character.isSurrogate(c) ? 1 : 0;
      }
    }
    return -1;
  }

  /** U+0000, surrogates and what stands behind them, in one comparison: every save asks often. */
  private static boolean isSpecial(char c) {
    return (char) (c - 1) >= Character.MIN_SURROGATE - 1;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
