package dev.throughline.model.sync;

/**
 * Replaces {@code removed} UTF-16 units at {@code at} by {@code inserted}. Splices of one list
 * apply one after the other, each to the text the one before it left.
 */
public record Splice(int at, int removed, String inserted) {
  public Splice {
    if (at < 0 || removed < 0) {
      throw new IllegalArgumentException("a splice starts at 0 or later and removes 0 or more");
    }
  }

  /**
   * The smallest single splice that turns one text into the other; never splits a surrogate pair.
   */
  public static Splice between(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
      start--;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    if (end > 0 && Character.isLowSurrogate(before.charAt(before.length() - end))) {
      end--;
    }
    return new Splice(
        start, before.length() - end - start, after.substring(start, after.length() - end));
  }

  /**
   * Applies this splice.
   *
   * @throws IllegalArgumentException when it reaches past the end of the text
   */
  public String apply(String text) {
    if (at > text.length() || removed > text.length() - at) {
      throw new IllegalArgumentException(
          "splice at " + at + " removing " + removed + " does not fit " + text.length());
    }
    // What was begun empty and typed since is one insertion: a long text that need not be copied.
    return removed == text.length()
        ? inserted
        : text.substring(0, at) + inserted + text.substring(at + removed);
  }
}
