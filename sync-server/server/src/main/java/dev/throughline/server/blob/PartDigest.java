package dev.throughline.server.blob;

import dev.throughline.server.http.Members;
import dev.throughline.server.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request says the SHA-256 of a part is (RFC 9530): {@code Content-Digest} of what it sends,
 * {@code Repr-Digest} of the whole of what it sends the rest of. Only sha-256 is read.
 */
final class PartDigest {
  private static final String CONTENT = "Content-Digest";
  private static final String WHOLE = "Repr-Digest";

  private static final Pattern SHA256 =
      Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

  private PartDigest() {}

  /**
   * The digest of a part that is sent whole, in hexadecimal.
   *
   * @throws ProblemException when it is not named
   */
  static String content(HttpServletRequest request) {
    return of(request, CONTENT);
  }

  /**
   * The same of a part of which the rest is sent.
   *
   * @throws ProblemException when it is not named
   */
  static String whole(HttpServletRequest request) {
    return of(request, WHOLE);
  }

  private static String of(HttpServletRequest request, String header) {
    Matcher matcher = SHA256.matcher(Optional.ofNullable(request.getHeader(header)).orElse(""));
    if (!matcher.find()) {
      throw Members.malformed(
          "Send " + header + ": sha-256=:…: with the SHA-256 of the part in base64.");
    }
    return HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1)));
  }
}
