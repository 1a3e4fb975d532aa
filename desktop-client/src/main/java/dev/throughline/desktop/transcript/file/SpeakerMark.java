package dev.throughline.desktop.transcript.file;

import java.util.Optional;
import java.util.Set;

/**
 * A name with a colon before the words it speaks: {@code P-07: yes}. The name is short and every
 * word of it begins with a capital, a digit or a script without capitals, so that {@code My point
 * is: no}, {@code 10:30} and {@code http://…} stay words. A single capitalised word counts as a
 * name: {@code Interviewer: } and {@code Note: } look alike.
 */
record SpeakerMark(String speaker, String rest) {
  private static final int NAME_LENGTH_MAX = 40;
  private static final int NAME_WORDS_MAX = 5;
  private static final Set<String> SMALL_WORDS =
      Set.of("of", "the", "and", "von", "van", "der", "den", "de", "da", "di", "du", "la", "le");

  static Optional<SpeakerMark> of(String text) {
    int colon = colon(text);
    if (colon < 1) {
      return Optional.empty();
    }
    String name = text.substring(0, colon).strip();
    boolean isSpaced =
        colon + 1 == text.length()
            || text.charAt(colon) == '：'
            || Character.isWhitespace(text.charAt(colon + 1));
    return isSpaced && isName(name)
        ? Optional.of(new SpeakerMark(name, text.substring(colon + 1).strip()))
        : Optional.empty();
  }

  /** Whether it has the shape of a name, not whether it is one. */
  static boolean isName(String text) {
    if (text.isEmpty() || text.length() > NAME_LENGTH_MAX || !Character.isLetter(first(text))) {
      return false;
    }
    String[] words = text.split(" +", NAME_WORDS_MAX + 1);
    if (words.length > NAME_WORDS_MAX || !text.codePoints().allMatch(SpeakerMark::isNamePart)) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      boolean isSmall = i > 0 && SMALL_WORDS.contains(words[i]);
      if (!isSmall && Character.isLowerCase(first(words[i]))) {
        return false;
      }
    }
    return true;
  }

  private static int colon(String text) {
    int max = Math.min(text.length(), NAME_LENGTH_MAX + 1);
    for (int i = 0; i < max; i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '：') {
        return i;
      }
    }
    return -1;
  }

  /** The first letter or digit of a word, past brackets; a space when there is none. */
  private static int first(String word) {
    int at = word.startsWith("(") || word.startsWith("#") ? 1 : 0;
    return at < word.length() ? word.codePointAt(at) : ' ';
  }

  private static boolean isNamePart(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK
        || " -.'’&()/_#".indexOf(point) >= 0;
  }
}
