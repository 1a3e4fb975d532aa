package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;

/** Divides a text that is too long for one turn, between words wherever there is white space. */
final class LongText {
  private LongText() {}

  /** Parts of at most {@code lengthMax} characters, none blank. Only white space is dropped. */
  static List<String> parts(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from, lengthMax);
      String part = text.substring(from, to).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      from = to;
    }
    return parts;
  }

  private static int end(String text, int from, int lengthMax) {
    if (text.length() - from <= lengthMax) {
      return text.length();
    }
    int to = from + lengthMax;
    for (int i = to; i > from; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return SoundText.cut(text, to);
  }
}
