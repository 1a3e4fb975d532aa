package dev.throughline.model.value;

/**
 * Signs that show nothing of themselves: Unicode's default ignorable code points, controls, and
 * what looks like an empty space and is none. With them a number can be hidden, or words be read in
 * another order than they are written in.
 */
public final class Unseen {
  private static final int[][] RANGES = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800},
    {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
  };

  private Unseen() {}

  /** Whether a code point is such a sign; line feed and tab are none. */
  public static boolean is(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t') {
      return false;
    }
    int type = Character.getType(codePoint);
    boolean isHidden =
        type == Character.FORMAT
            || type == Character.CONTROL
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.PRIVATE_USE
            || type == Character.UNASSIGNED;
    return isHidden || isInRange(codePoint);
  }

  private static boolean isInRange(int codePoint) {
    for (int[] range : RANGES) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /** The text without them. */
  public static String without(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().filter(one -> !is(one)).forEach(seen::appendCodePoint);
    return seen.toString();
  }
}
