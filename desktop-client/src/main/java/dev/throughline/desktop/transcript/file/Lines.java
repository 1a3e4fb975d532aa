package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text, one after another, with their numbers. LF, CR LF and CR end a line. Makes no
 * list of all lines: a file may consist of millions of empty ones. Ends early once cancelled.
 */
final class Lines {
  private static final int LINES_BETWEEN_CANCEL_CHECKS = 256;

  private final String text;
  private final ReadProgress progress;
  private final List<String> ahead = new ArrayList<>();
  private int at;
  private int number;
  private boolean cancelled;

  Lines(String text, ReadProgress progress) {
    this.text = text;
    this.progress = progress;
  }

  boolean hasNext() {
    return !cancelled && (!ahead.isEmpty() || at < text.length());
  }

  String next() {
    number++;
    if (number % LINES_BETWEEN_CANCEL_CHECKS == 0) {
      cancelled = progress.isCancelled();
    }
    return ahead.isEmpty() ? cutLine() : ahead.removeFirst();
  }

  /** The number of the line that {@link #next} returned last, from 1. */
  int number() {
    return number;
  }

  /** A line to come; empty beyond the end. For small distances: the lines between are kept. */
  String peek(int distance) {
    while (ahead.size() <= distance) {
      if (at >= text.length()) {
        return "";
      }
      ahead.add(cutLine());
    }
    return ahead.get(distance);
  }

  private String cutLine() {
    int end = at;
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    String line = text.substring(at, end);
    at = afterEnd(text, end);
    return line;
  }

  /** The number of the line a character is in. */
  static int numberAt(String text, int index) {
    int number = 1;
    int i = 0;
    while (i < index) {
      if (isEnd(text.charAt(i))) {
        number++;
        i = afterEnd(text, i);
      } else {
        i++;
      }
    }
    return number;
  }

  /** The index of the first character from here on that is not white space, or the length. */
  static int firstInk(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static int afterEnd(String text, int end) {
    boolean isCrLf =
        end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
    return Math.min(text.length(), end + (isCrLf ? 2 : 1));
  }
}
