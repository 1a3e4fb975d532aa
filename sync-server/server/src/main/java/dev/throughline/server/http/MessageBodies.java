package dev.throughline.server.http;

import dev.throughline.model.sync.Protocol;
import dev.throughline.model.wire.Codec;
import dev.throughline.model.wire.Compression;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads message bodies within limits of size and time. */
@Component
public final class MessageBodies {
  /** Largest body on the wire; a message compresses to well below it. */
  public static final int COMPRESSED_BYTES_MAX = 8 << 20;

  static final String ZSTD = "zstd";

  private final InstantSource clock;

  MessageBodies(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Reads the request's body as one message.
   *
   * @throws ProblemException when it is of another type, too large, too slow or malformed
   */
  public <T> T read(HttpServletRequest request, Codec<T> codec) {
    Encoding encoding =
        encodingOf(request.getContentType())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.MEDIA_TYPE,
                        "Send %s or %s."
                            .formatted(Encoding.CBOR.mediaType(), Encoding.JSON.mediaType())));
    boolean isCompressed = isCompressed(request);
    byte[] body = readBody(request, isCompressed);
    try {
      return codec.decode(
          isCompressed ? Compression.decompress(body, Protocol.MESSAGE_BYTES_MAX) : body, encoding);
    } catch (MalformedMessage.TooLarge _) {
      throw tooLarge(Protocol.MESSAGE_BYTES_MAX);
    } catch (MalformedMessage e) {
      throw new ProblemException(Problem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** The encoding a media type names; its parameters do not matter. */
  static Optional<Encoding> encodingOf(@org.jspecify.annotations.Nullable String contentType) {
    if (contentType == null) {
      return Optional.empty();
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(Encoding.values())
        .filter(encoding -> encoding.mediaType().equals(type))
        .findFirst();
  }

  private static boolean isCompressed(HttpServletRequest request) {
    String name = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (name == null || name.isBlank() || name.equalsIgnoreCase("identity")) {
      return false;
    }
    if (name.strip().equalsIgnoreCase(ZSTD)) {
      return true;
    }
    throw new ProblemException(
        Problem.CONTENT_ENCODING, "Send the body uncompressed or compressed with zstd.");
  }

  private byte[] readBody(HttpServletRequest request, boolean isCompressed) {
    int lengthMax = isCompressed ? COMPRESSED_BYTES_MAX : Protocol.MESSAGE_BYTES_MAX;
    if (request.getContentLengthLong() > lengthMax) {
      throw tooLarge(lengthMax);
    }
    try {
      return new TimedBody(request.getInputStream(), clock).readAll(lengthMax);
    } catch (IOException _) {
      throw TimedBody.tooSlow();
    }
  }

  static ProblemException tooLarge(int lengthMax) {
    return new ProblemException(
        Problem.TOO_LARGE, "The limit is " + lengthMax + " bytes; send fewer operations.");
  }
}
