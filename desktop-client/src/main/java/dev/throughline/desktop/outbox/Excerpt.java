package dev.throughline.desktop.outbox;

import java.text.BreakIterator;
import java.util.Locale;

/** The part of a text that tells it from another, short enough for a line or two. */
final class Excerpt {
  /** Longest excerpt, in UTF-16 units: about two lines of the Sync place. */
  static final int LENGTH_MAX = 140;

  /** How much of what both have in common leads up to the difference. */
  private static final int LEAD_IN = 24;

  private static final String CUT = "…";

  private Excerpt() {}

  /** What {@code text} says where it differs from {@code other}, which is cut at the same word. */
  static String of(String text, String other) {
    String line = line(text);
    String against = line(other);
    int from = Math.max(0, commonStart(line, against) - LEAD_IN);
    boolean isWhole = Math.max(line.length(), against.length()) <= LENGTH_MAX;
    int start = isWhole || from == 0 ? 0 : wordStart(line, from);
    int end = Math.min(line.length(), start + LENGTH_MAX);
    if (end < line.length()) {
      end = wordEnd(line, start, end);
    }
    return (start > 0 ? CUT : "") + line.substring(start, end).strip() + cutAt(line, end);
  }

  private static String cutAt(String line, int end) {
    return end < line.length() ? CUT : "";
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static int commonStart(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private static int wordStart(String text, int near) {
    int start = words(text).preceding(near + 1);
    return start == BreakIterator.DONE ? 0 : start;
  }

  /** The end of a word, or of a character where a single word is too long. */
  private static int wordEnd(String text, int start, int near) {
    int end = words(text).preceding(near);
    if (end > start) {
      return end;
    }
    return Character.isHighSurrogate(text.charAt(near - 1)) ? near - 1 : near;
  }

  private static BreakIterator words(String text) {
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    words.setText(text);
    return words;
  }
}
