package dev.throughline.server.outside;

import dev.throughline.model.signing.Json;
import java.util.Optional;

/**
 * One question to an outside system.
 *
 * @param path from the root of its address, beginning with a slash
 * @param body what is sent; empty for a question that only reads
 * @param once the idempotency key of a write
 * @param requestId by which both sides find it in their logs; one is made when it is empty
 */
public record Call(
    String path, Optional<Json.Members> body, Optional<String> once, Optional<String> requestId) {
  /** Reads. */
  public static Call get(String path) {
    return new Call(path, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Writes, and leaves one trace however often it is sent with this key. */
  public static Call write(String path, Json.Members body, String once) {
    return new Call(path, Optional.of(body), Optional.of(once), Optional.empty());
  }

  /** Asks with a body, and writes nothing. */
  public static Call ask(String path, Json.Members body, String requestId) {
    return new Call(path, Optional.of(body), Optional.empty(), Optional.of(requestId));
  }
}
