package dev.throughline.desktop.search;

import dev.throughline.desktop.search.FindWord.In;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A question as a person typed it. All words must stand in one place; {@code "these words"} follow
 * each other; {@code -word} must not stand there; {@code title:}, {@code notes:}, {@code said:},
 * {@code by:} and {@code study:} say where. Anything can be typed; nothing is ever refused.
 */
public final class FindQuery {
  /** What is typed beyond this is not looked at. */
  public static final int TYPED_MAX = 1_000;

  /** Words beyond this many are not looked for. */
  public static final int WORDS_MAX = 32;

  private final List<FindWord> words;

  private FindQuery(List<FindWord> words) {
    this.words = List.copyOf(words);
  }

  /** Reads what was typed so far: a last word without a blank after it may still go on. */
  public static FindQuery typed(String typed) {
    return new FindQuery(new Reader(typed).read());
  }

  /** The same question with every word as a beginning, for lists that narrow while one types. */
  FindQuery loose() {
    return new FindQuery(words.stream().map(FindWord::open).toList());
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return words.stream().allMatch(FindWord::isExcluded);
  }

  List<FindWord> wanted() {
    return words.stream().filter(word -> !word.isExcluded()).toList();
  }

  List<FindWord> excluded() {
    return words.stream().filter(FindWord::isExcluded).toList();
  }

  /** The words that are marked where they stand. */
  List<FindWord> shown() {
    return wanted().stream().filter(word -> word.in() != In.BY).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FindQuery query && query.words.equals(words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return "FindQuery[" + words.size() + " words]";
  }

  /** Goes over the typed letters once. */
  private static final class Reader {
    private final String typed;
    private final List<FindWord> words = new ArrayList<>();
    private int at;

    Reader(String typed) {
      this.typed = typed.substring(0, Math.min(typed.length(), TYPED_MAX));
    }

    List<FindWord> read() {
      skipBlanks();
      while (at < typed.length() && words.size() < WORDS_MAX) {
        readOne();
        skipBlanks();
      }
      return words;
    }

    private void readOne() {
      boolean isExcluded = typed.charAt(at) == '-' && at + 1 < typed.length();
      if (isExcluded) {
        at++;
      }
      In in = prefix();
      boolean isQuoted = at < typed.length() && isQuote(typed.charAt(at));
      int begin = isQuoted ? at + 1 : at;
      int end = isQuoted ? quoteAfter(begin) : blankAfter(begin);
      at = isQuoted ? Math.min(typed.length(), end + 1) : end;
      boolean isOpen = end == typed.length();
      List<String> folded =
          WordAnalyzer.words(typed.substring(begin, end)).stream()
              .map(WordAnalyzer.Word::folded)
              .limit(WORDS_MAX)
              .toList();
      if (!folded.isEmpty()) {
        words.add(new FindWord(in, folded, isOpen, isExcluded));
      }
    }

    private In prefix() {
      String rest = typed.substring(at, Math.min(typed.length(), at + 8)).toLowerCase(Locale.ROOT);
      In in =
          Stream.of(In.values())
              .filter(one -> !one.prefix().isEmpty() && rest.startsWith(one.prefix() + ":"))
              .findFirst()
              .orElse(In.ANYWHERE);
      at += in == In.ANYWHERE ? 0 : in.prefix().length() + 1;
      return in;
    }

    private void skipBlanks() {
      while (at < typed.length() && isBlank(typed.charAt(at))) {
        at++;
      }
    }

    private int blankAfter(int from) {
      int end = from;
      while (end < typed.length() && !isBlank(typed.charAt(end)) && !isQuote(typed.charAt(end))) {
        end++;
      }
      return end;
    }

    private int quoteAfter(int from) {
      int end = from;
      while (end < typed.length() && !isQuote(typed.charAt(end))) {
        end++;
      }
      return end;
    }

    private static boolean isBlank(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isQuote(char c) {
      return "\"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d".indexOf(c) >= 0;
    }
  }
}
