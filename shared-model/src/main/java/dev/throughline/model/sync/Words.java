package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** A text as words: runs of letters and digits; every other character stands alone. */
final class Words extends Sequence {
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
      return end;
    }
    while (end < text.length()) {
      point = text.codePointAt(end);
      if (!Character.isLetterOrDigit(point)
          && Character.getType(point) != Character.NON_SPACING_MARK) {
        return end;
      }
      end += Character.charCount(point);
    }
    return end;
  }
}
