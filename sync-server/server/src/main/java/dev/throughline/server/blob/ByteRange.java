package dev.throughline.server.blob;

import dev.throughline.server.http.Members;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of bytes as {@code Range} names it (RFC 9110, 14.2).
 *
 * @param from of the first byte, from 0
 */
record ByteRange(long from, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  /**
   * The stretch a header names of something of this size.
   *
   * @throws ProblemException when it names none, several, or one beyond the end
   */
  static ByteRange of(String header, long size) {
    Matcher matcher = ONE.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      throw Members.malformed("Range must name one stretch of bytes, such as bytes=0-99.");
    }
    long last = number(matcher.group(2)).orElse(size - 1);
    long from = number(matcher.group(1)).orElseGet(() -> Math.max(0, size - Math.min(last, size)));
    long end = matcher.group(1).isEmpty() ? size - 1 : Math.min(last, size - 1);
    if (from > end) {
      throw new ProblemException(Problem.RANGE, "It has " + size + " bytes.");
    }
    return new ByteRange(from, end - from + 1);
  }

  private static Optional<Long> number(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
  }

  /** For {@code Content-Range}. */
  String of(long size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
