package dev.throughline.model.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The short digest by which a text edit names its base. */
public final class TextDigest {
  private static final int DIGEST_BYTES = 8;

  private TextDigest() {}

  /** The first 16 hexadecimal digits of SHA-256 over the text's UTF-8. */
  public static String of(String text) {
    byte[] hash = sha256(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
