package dev.throughline.desktop.library;

import java.util.Comparator;

/**
 * The order people expect of names: case does not count, P-9 comes before P-10, what is empty comes
 * last. Makes no objects, because a click on a column head compares some ten thousand times.
 */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    if (a.isBlank() || b.isBlank()) {
      return Boolean.compare(a.isBlank(), b.isBlank());
    }
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endOfA = endOfNumber(a, i);
      int endOfB = endOfNumber(b, j);
      int order =
          endOfA > i && endOfB > j
              ? compareNumbers(a, i, endOfA, b, j, endOfB)
              : Character.compare(folded(a.charAt(i)), folded(b.charAt(j)));
      if (order != 0) {
        return order;
      }
      i = Math.max(i + 1, endOfA);
      j = Math.max(j + 1, endOfB);
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static int compareNumbers(
      String a, int fromA, int endOfA, String b, int fromB, int endOfB) {
    int i = afterZeros(a, fromA, endOfA);
    int j = afterZeros(b, fromB, endOfB);
    int order = Integer.compare(endOfA - i, endOfB - j);
    while (order == 0 && i < endOfA) {
      order = Character.compare(a.charAt(i++), b.charAt(j++));
    }
    return order;
  }

  private static int afterZeros(String text, int from, int end) {
    int i = from;
    while (i < end - 1 && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static char folded(char letter) {
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}
