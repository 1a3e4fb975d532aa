package dev.throughline.desktop.palette;

import java.text.Normalizer;

/**
 * Text as it is compared: lower case, without accents, as many characters as before. It remembers
 * which letters it holds and which begin a word, so that most questions need no look at the text.
 */
record Folded(String text, long letters, long starts) {
  private static final int DIGITS_AT = 26;
  private static final int OTHERS_AT = 36;

  /** The first character that is put on the one before it. */
  private static final char MARKS_FROM = 0x300;

  private static final int OTHERS = Long.SIZE - OTHERS_AT;

  /** Accents that follow their letter, as some systems write them, become part of it. */
  static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= MARKS_FROM) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  static Folded of(String text) {
    char[] folded = text.toCharArray();
    long letters = 0;
    long starts = 0;
    boolean isStart = true;
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
      letters |= bit(folded[i]);
      if (isStart) {
        starts |= bit(folded[i]);
      }
      isStart = !Character.isLetterOrDigit(folded[i]);
    }
    return new Folded(new String(folded), letters, starts);
  }

  /** Whether one bit stands for this character alone. */
  static boolean isAlone(char one) {
    return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
  }

  private static long bit(char one) {
    if (one >= 'a' && one <= 'z') {
      return 1L << (one - 'a');
    }
    return one >= '0' && one <= '9'
        ? 1L << (DIGITS_AT + one - '0')
        : 1L << (OTHERS_AT + one % OTHERS);
  }

  /** Whether it may hold all letters of the other; false is certain. */
  boolean mayHold(Folded other) {
    return (letters & other.letters) == other.letters;
  }

  /** Whether words of it may begin with all letters of the other; false is certain. */
  boolean mayBegin(Folded other) {
    return (starts & other.letters) == other.letters;
  }

  /** Whether a word of it may begin with the first letter of the other; false is certain. */
  boolean mayBeginWith(Folded word) {
    return (starts & bit(word.text.charAt(0))) != 0;
  }

  private static char fold(char one) {
    if (one < 128) {
      return Character.toLowerCase(one);
    }
    String apart = Normalizer.normalize(String.valueOf(one), Normalizer.Form.NFD);
    return apart.isEmpty() ? one : Character.toLowerCase(apart.charAt(0));
  }
}
