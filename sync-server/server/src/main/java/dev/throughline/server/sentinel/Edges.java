package dev.throughline.server.sentinel;

/** Whether what was found stands by itself. */
final class Edges {
  private Edges() {}

  /** Whether no letter, digit, underscore or hyphen touches that part of a text. */
  static boolean isFree(String text, int start, int end) {
    return (start == 0 || !joins(text.charAt(start - 1)))
        && (end == text.length() || !joins(text.charAt(end)));
  }

  private static boolean joins(char one) {
    return Character.isLetterOrDigit(one) || one == '_' || one == '-';
  }
}
