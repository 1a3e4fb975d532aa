package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rest of a part, as {@code Content-Range} of a PUT names it (RFC 9110, 14.5); what was there
 * before came with an earlier request that was cut off.
 *
 * @param from of its first byte in the part, from 0; the part's size when nothing is left to send
 * @param size of the whole part
 */
record PartRest(int from, int size) {
  static final String HEADER = "Content-Range";

  private static final Pattern REST =
      Pattern.compile("bytes (?:(\\d{1,8})-(\\d{1,8})|\\*)/(\\d{1,8})");

  /**
   * The rest a request sends; empty when it sends a whole part.
   *
   * @throws ProblemException when the header names no rest, or one of another length than comes
   */
  static Optional<PartRest> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HEADER))
        .map(text -> of(text.strip(), request.getContentLengthLong()));
  }

  private static PartRest of(String header, long length) {
    Matcher matcher = REST.matcher(header);
    if (!matcher.matches()) {
      throw none();
    }
    int size = Integer.parseInt(matcher.group(3));
    boolean isOver = matcher.group(1) == null;
    int from = isOver ? size : Integer.parseInt(matcher.group(1));
    int end = isOver ? size : Integer.parseInt(matcher.group(2)) + 1;
    boolean isRest = end == size && from <= size && (isOver || from < size);
    if (!isRest || size == 0 || size > BlobManifest.PART_BYTES || length != size - from) {
      throw none();
    }
    return new PartRest(from, size);
  }

  private static ProblemException none() {
    return Members.malformed(
        HEADER
            + " must name the rest of a part to its end, and as many bytes must come, such as"
            + " bytes 100-299/300 with 200 bytes; or bytes */300 with none when all of it is here.");
  }
}
