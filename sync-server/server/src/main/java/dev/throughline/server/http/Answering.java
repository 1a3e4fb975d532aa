package dev.throughline.server.http;

import dev.throughline.model.wire.Codec;
import dev.throughline.model.wire.Compression;
import dev.throughline.model.wire.Encoding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a client wants its answer. Settled before any work is done. */
public record Answering(Encoding encoding, boolean isCompressed) {
  /** Below this, compressing costs more than it saves. */
  private static final int COMPRESSED_FROM_BYTES = 1024;

  private static final MediaType CBOR = MediaType.parseMediaType(Encoding.CBOR.mediaType());

  /**
   * Reads the headers: CBOR only for a client that names it, or sends it and names nothing else.
   *
   * @throws ProblemException when the client accepts neither encoding
   */
  public static Answering to(HttpServletRequest request) {
    return new Answering(encoding(request), acceptsZstd(request));
  }

  /** The message as this client wants it. */
  public <T> ResponseEntity<byte[]> with(Codec<T> codec, T message) {
    byte[] body = codec.encode(message, encoding);
    var answer =
        ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, encoding.mediaType())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING);
    return isCompressed && body.length >= COMPRESSED_FROM_BYTES
        ? answer
            .header(HttpHeaders.CONTENT_ENCODING, MessageBodies.ZSTD)
            .body(Compression.compress(body))
        : answer.body(body);
  }

  private static Encoding encoding(HttpServletRequest request) {
    Encoding likeTheRequest =
        MessageBodies.encodingOf(request.getContentType()).orElse(Encoding.JSON);
    List<MediaType> accepted = accepted(request);
    if (accepted.isEmpty()) {
      return likeTheRequest;
    }
    return accepted.stream()
        .map(type -> choice(type, likeTheRequest))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.NOT_ACCEPTABLE,
                    "Accept " + CBOR + " or " + MediaType.APPLICATION_JSON + "."));
  }

  private static Optional<Encoding> choice(MediaType type, Encoding likeTheRequest) {
    if (type.getQualityValue() == 0) {
      return Optional.empty();
    }
    if (type.equalsTypeAndSubtype(CBOR)) {
      return Optional.of(Encoding.CBOR);
    }
    if (type.isWildcardSubtype() && type.includes(MediaType.APPLICATION_JSON)) {
      return Optional.of(likeTheRequest);
    }
    return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
        ? Optional.of(Encoding.JSON)
        : Optional.empty();
  }

  private static List<MediaType> accepted(HttpServletRequest request) {
    String header = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    try {
      return MediaType.parseMediaTypes(header).stream()
          .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
          .toList();
    } catch (InvalidMediaTypeException _) {
      throw new ProblemException(Problem.NOT_ACCEPTABLE, "The Accept header is not readable.");
    }
  }

  private static boolean acceptsZstd(HttpServletRequest request) {
    String header =
        String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
    return header
        .toLowerCase(Locale.ROOT)
        .replace(" ", "")
        .transform(text -> List.of(text.split(",")))
        .stream()
        .anyMatch(
            part ->
                part.equals(MessageBodies.ZSTD)
                    || (part.startsWith(MessageBodies.ZSTD + ";q=")
                        && !part.matches(".*q=0(\\.0*)?")));
  }
}
