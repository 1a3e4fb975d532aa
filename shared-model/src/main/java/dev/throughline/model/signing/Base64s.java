package dev.throughline.model.signing;

import java.util.Base64;
import java.util.Optional;

/** Bytes as text: RFC 4648 with padding, in the one form that leads back to the same text. */
public final class Base64s {
  private Base64s() {}

  public static String write(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes; empty for what is not written so. */
  public static Optional<byte[]> read(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
