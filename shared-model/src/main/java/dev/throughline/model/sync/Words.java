package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * A text as words: runs of letters and digits, numbers with the signs inside them; every other
 * character stands alone.
 */
final class Words extends Sequence {
  private static final int FIRST_COMBINED = 0x80;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final String NUMBER_SIGNS = ".,:/-'\u2019\u00A0\u202F";
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?\u3002]\\s+|\n");
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  static final SequenceComparator<Words> SAME =
      new SequenceComparator<>() {
        @Override
        public boolean equals(Words a, int atA, Words b, int atB) {
          return a.words.get(atA).equals(b.words.get(atB));
        }

        @Override
        public int hash(Words words, int at) {
          return words.words.get(at).hashCode();
        }
      };

  private final List<String> words;

  private Words(List<String> words) {
    this.words = words;
  }

  static Words of(String text) {
    List<String> words = new ArrayList<>(text.length() / 4 + 1);
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      words.add(text.substring(at, end));
      at = end;
    }
    return new Words(words);
  }

  /** A text as sentences and lines, each with the spaces after it. */
  static Words sentences(String text) {
    List<String> sentences = new ArrayList<>();
    Matcher end = SENTENCE_END.matcher(text);
    int at = 0;
    while (end.find()) {
      sentences.add(text.substring(at, end.end()));
      at = end.end();
    }
    if (at < text.length()) {
      sentences.add(text.substring(at));
    }
    return new Words(sentences);
  }

  /** How many words two texts begin with alike. */
  static int sameAtStart(Words a, Words b) {
    int same = 0;
    while (same < Math.min(a.size(), b.size()) && SAME.equals(a, same, b, same)) {
      same++;
    }
    return same;
  }

  /** How many words they end with alike, beyond those they begin with. */
  static int sameAtEnd(Words a, Words b, int begun) {
    int most = Math.min(a.size(), b.size()) - begun;
    int same = 0;
    while (same < most && SAME.equals(a, a.size() - 1 - same, b, b.size() - 1 - same)) {
      same++;
    }
    return same;
  }

  String text(int begin, int end) {
    return String.join("", words.subList(begin, end));
  }

  @Override
  public int size() {
    return words.size();
  }

  private static int wordEnd(String text, int start) {
    int point = text.codePointAt(start);
    int end = start + Character.charCount(point);
    if (!Character.isLetterOrDigit(point)) {
      return point < FIRST_COMBINED ? end : clusterEnd(text, start, end);
    }
    while (end < text.length()) {
      int before = point;
      point = text.codePointAt(end);
      if (!isInWord(point) && !isInNumber(text, before, end)) {
        return end;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static boolean isInWord(int point) {
    return Character.isLetterOrDigit(point)
        || point == ZERO_WIDTH_JOINER
        || point == ZERO_WIDTH_NON_JOINER
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /** Half of a time, a price or a date is none: two sides' halves would make a third. */
  private static boolean isInNumber(String text, int before, int at) {
    return Character.isDigit(before)
        && NUMBER_SIGNS.indexOf(text.charAt(at)) >= 0
        && at + 1 < text.length()
        && Character.isDigit(text.codePointAt(at + 1));
  }

  /** What people see as one character, such as a flag or a hand with its tone of skin. */
  private static int clusterEnd(String text, int start, int otherwise) {
    Matcher cluster = CLUSTER.matcher(text).region(start, text.length());
    return cluster.lookingAt() ? cluster.end() : otherwise;
  }
}
