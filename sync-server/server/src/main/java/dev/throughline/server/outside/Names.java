package dev.throughline.server.outside;

import com.google.re2j.Pattern;

/** Which names may stand in headers and addresses. */
public final class Names {
  /** Longest key or id, in characters. */
  public static final int LENGTH_MAX = 200;

  private static final Pattern KEY = Pattern.compile("[!-~]{1," + LENGTH_MAX + "}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}");

  private Names() {}

  /** Whether a text can be an idempotency key: 1 to 200 visible ASCII characters. */
  public static boolean isKey(String text) {
    return KEY.matches(text);
  }

  /**
   * Whether a text can be an id in an address: 1 to 200 ASCII letters, digits and {@code _.:-}, the
   * first a letter or digit.
   */
  public static boolean isId(String text) {
    return ID.matches(text);
  }
}
