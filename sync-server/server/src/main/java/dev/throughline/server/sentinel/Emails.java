package dev.throughline.server.sentinel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Finds addresses of the shape that is in use (RFC 5321 without quoted names and numbers). */
final class Emails {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}");

  private Emails() {}

  static int count(String text) {
    if (text.indexOf('@') < 0) {
      return 0;
    }
    Matcher matcher = ADDRESS.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
