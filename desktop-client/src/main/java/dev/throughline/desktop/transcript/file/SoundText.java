package dev.throughline.desktop.transcript.file;

/**
 * Text without what no screen can show and no database can hold. Form feeds and other old line
 * breaks become spaces, so that no two words grow together; other control characters go; halves of
 * surrogate pairs become U+FFFD.
 *
 * @param controls how many control characters were removed or replaced
 * @param halves how many lone surrogates were replaced
 * @param firstAt where the first of them was in the original; -1 when there was none
 */
record SoundText(String text, int controls, int halves, int firstAt) {
  private static final char REPLACEMENT = '\uFFFD';

  /** Returns the argument itself when it is sound, as almost every text is. */
  static SoundText of(String raw) {
    int first = 0;
    while (first < raw.length() && isSound(raw, first)) {
      first++;
    }
    return first == raw.length() ? new SoundText(raw, 0, 0, -1) : repaired(raw, first);
  }

  /** The largest index up to {@code max} that does not divide a surrogate pair. */
  static int cut(String text, int max) {
    boolean dividesPair =
        max < text.length() && Character.isSurrogatePair(text.charAt(max - 1), text.charAt(max));
    return dividesPair ? max - 1 : Math.min(max, text.length());
  }

  private static SoundText repaired(String raw, int first) {
    StringBuilder kept = new StringBuilder(raw.length()).append(raw, 0, first);
    int controls = 0;
    int halves = 0;
    for (int i = first; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isSound(raw, i)) {
        kept.append(c);
      } else if (Character.isSurrogate(c)) {
        kept.append(REPLACEMENT);
        halves++;
      } else {
        controls++;
        if (c == '\u000B' || c == '\f' || c == '\u0085') {
          kept.append(' ');
        }
      }
    }
    return new SoundText(kept.toString(), controls, halves, first);
  }

  private static boolean isSound(String text, int at) {
    char c = text.charAt(at);
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    if (c < '\u007F') {
      return true;
    }
    return c > '\u009F' && (!Character.isSurrogate(c) || isInPair(text, at));
  }

  private static boolean isInPair(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
