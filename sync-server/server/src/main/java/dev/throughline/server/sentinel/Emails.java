package dev.throughline.server.sentinel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds addresses of the shape that is in use (RFC 5321 without quoted names and numbers), and
 * those whose signs are written out in brackets.
 */
final class Emails {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}");

  private static final Pattern WRITTEN_OUT =
      Pattern.compile(
          "(?i)[\\p{L}\\p{N}._%+'-]+\\s*[(\\[{<]\\s*(?:at|\u00e4t|@)\\s*[)\\]}>]\\s*[\\p{L}\\p{N}-]+"
              + "(?:\\s*(?:\\.|[(\\[{<]\\s*(?:dot|punkt|\\.)\\s*[)\\]}>])\\s*[\\p{L}\\p{N}-]+)+");

  private Emails() {}

  static int count(String text) {
    return count(ADDRESS, text) + count(WRITTEN_OUT, text);
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
