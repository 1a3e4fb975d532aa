package dev.throughline.server.blob;

import dev.throughline.server.http.Members;
import dev.throughline.server.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Content-Digest} (RFC 9530), of which only sha-256 is read. */
final class ContentDigest {
  static final String HEADER = "Content-Digest";

  private static final Pattern SHA256 =
      Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

  private ContentDigest() {}

  /**
   * The digest a request names, in hexadecimal.
   *
   * @throws ProblemException when it names none
   */
  static String of(HttpServletRequest request) {
    Matcher matcher = SHA256.matcher(Optional.ofNullable(request.getHeader(HEADER)).orElse(""));
    if (!matcher.find()) {
      throw Members.malformed(
          "Send " + HEADER + ": sha-256=:…: with the SHA-256 of the part in base64.");
    }
    return HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1)));
  }
}
