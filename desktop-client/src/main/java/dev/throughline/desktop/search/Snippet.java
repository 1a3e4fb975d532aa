package dev.throughline.desktop.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text around what was found.
 *
 * @param found where in this piece the words stand, in order
 */
public record Snippet(String text, List<Range> found) {
  /** Longest piece; what is cut off is shown as an ellipsis. */
  static final int LENGTH_MAX = 240;

  /** How much of the text stands before the first found word. */
  private static final int LEAD = 60;

  private static final String ELLIPSIS = "\u2026";

  public Snippet {
    found = List.copyOf(found);
  }

  /** Where these words stand in a text; what follows each other is one range. */
  static List<Range> find(String text, List<FindWord> words) {
    List<WordAnalyzer.Word> there = WordAnalyzer.words(text);
    boolean[] isFound = new boolean[there.size()];
    List<Range> ranges = new ArrayList<>();
    for (int at = 0; at < there.size(); at++) {
      for (FindWord word : words) {
        if (word.standsAt(there, at)) {
          for (int i = at; i < at + word.words().size(); i++) {
            isFound[i] = true;
          }
        }
      }
    }
    int begin = -1;
    for (int at = 0; at < isFound.length; at++) {
      if (isFound[at]) {
        begin = begin < 0 ? there.get(at).begin() : begin;
        boolean goesOn = at + 1 < isFound.length && isFound[at + 1];
        if (!goesOn) {
          ranges.add(new Range(begin, there.get(at).end()));
          begin = -1;
        }
      }
    }
    return ranges;
  }

  static Snippet of(String text, List<Range> found) {
    int first = found.isEmpty() ? 0 : found.getFirst().begin();
    int from =
        text.length() <= LENGTH_MAX || first <= LEAD ? 0 : wordAfter(text, first - LEAD, first);
    int to = text.length() - from <= LENGTH_MAX ? text.length() : wordBefore(text, from);
    String before = from == 0 ? "" : ELLIPSIS;
    int shift = before.length() - from;
    List<Range> inside = new ArrayList<>();
    for (Range range : found) {
      if (range.begin() < to) {
        inside.add(new Range(range.begin() + shift, Math.min(range.end(), to) + shift));
      }
    }
    String piece = text.substring(from, to).replaceAll("\\s", " ");
    return new Snippet(before + piece + (to == text.length() ? "" : ELLIPSIS), inside);
  }

  /** The beginning of the next word, or the place itself where words are not parted by blanks. */
  private static int wordAfter(String text, int at, int last) {
    int blank = text.indexOf(' ', at);
    return whole(text, blank < 0 || blank >= last ? at : blank + 1);
  }

  private static int wordBefore(String text, int from) {
    int end = from + LENGTH_MAX;
    int blank = text.lastIndexOf(' ', end);
    return whole(text, blank > end - LEAD ? blank : end);
  }

  /** Never between the halves of a sign. */
  private static int whole(String text, int at) {
    boolean isInside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return isInside ? at - 1 : at;
  }
}
