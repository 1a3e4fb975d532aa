package dev.throughline.server.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A SHA-256 hash, or nothing at all: the chain before the first commit. */
public record Hash(String hex) {
  public static final Hash NONE = new Hash("");

  public static Hash of(byte[] hash) {
    return new Hash(HexFormat.of().formatHex(hash));
  }

  public static Hash over(byte[]... parts) {
    return over(Arrays.stream(parts));
  }

  public static Hash over(List<Hash> parts) {
    return over(parts.stream().map(Hash::bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static Hash over(Stream<byte[]> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(digest::update);
      return of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
