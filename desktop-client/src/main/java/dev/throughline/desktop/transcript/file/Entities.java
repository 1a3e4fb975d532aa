package dev.throughline.desktop.transcript.file;

import java.util.Map;

/** The character references that captions use. What is none of them stays as it is written. */
final class Entities {
  private static final int LENGTH_MAX = 10;
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "lrm", "\u200E",
          "rlm", "\u200F");

  private Entities() {}

  static String decoded(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '&' ? end(text, at) : -1;
      if (end < 0) {
        decoded.append(text.charAt(at));
        at++;
      } else {
        String name = text.substring(at + 1, end - 1);
        decoded.append(
            name.startsWith("#") ? Character.toString(codePoint(name)) : NAMED.get(name));
        at = end;
      }
    }
    return decoded.toString();
  }

  /** Where the reference that starts here ends; -1 when none starts here. */
  static int end(String text, int at) {
    int max = Math.min(text.length(), at + LENGTH_MAX);
    for (int i = at + 1; i < max; i++) {
      if (text.charAt(i) == ';') {
        String name = text.substring(at + 1, i);
        return NAMED.containsKey(name) || codePoint(name) >= ' ' ? i + 1 : -1;
      }
    }
    return -1;
  }

  /** -1 for everything that is not the number of a character people can see. */
  private static int codePoint(String name) {
    if (!name.startsWith("#")) {
      return -1;
    }
    boolean isHex = name.startsWith("#x") || name.startsWith("#X");
    int value = 0;
    for (int i = isHex ? 2 : 1; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), isHex ? 16 : 10);
      if (digit < 0) {
        return -1;
      }
      value = value * (isHex ? 16 : 10) + digit;
    }
    return Character.isValidCodePoint(value)
            && !Character.isISOControl(value)
            && Character.getType(value) != Character.SURROGATE
        ? value
        : -1;
  }
}
