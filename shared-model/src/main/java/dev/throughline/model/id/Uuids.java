package dev.throughline.model.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Makes, reads and orders UUIDs. Pure: time and randomness come from the caller. */
public final class Uuids {
  private static final int DERIVED_VERSION = 8;

  /** The first bit after the variant's: imports count in the last ones. */
  private static final long RESERVED = 1L << 61;

  private static final int TEXT_LENGTH = 36;

  private Uuids() {}

  /**
   * Builds a version 7 UUID (RFC 9562 §5.7).
   *
   * @param millis milliseconds since the epoch; 48 bits are used
   * @param randomHigh source of the 12 bits after the version
   * @param randomLow source of the 62 bits after the variant
   */
  public static UUID version7(long millis, long randomHigh, long randomLow) {
    long high = (millis << 16) | 0x7000L | (randomHigh & 0xFFFL);
    long low = 0x8000_0000_0000_0000L | (randomLow & 0x3FFF_FFFF_FFFF_FFFFL);
    return new UUID(high, low);
  }

  /**
   * Derives a version 8 UUID from a name, so that two computers that decide the same thing name it
   * alike. Never one of those that {@link #reserved} makes.
   */
  public static UUID derived(String name) {
    UUID id = hashed(name);
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~RESERVED);
  }

  /**
   * The same for names that only certain records may have, such as the consent of a participant. A
   * bit of it tells, so that a server need not know the name to keep it from others.
   */
  public static UUID reserved(String name) {
    UUID id = hashed(name);
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() | RESERVED);
  }

  /** Whether an id is one that {@link #reserved} can have made. */
  public static boolean isReserved(UUID id) {
    return id.version() == DERIVED_VERSION && (id.getLeastSignificantBits() & RESERVED) != 0;
  }

  private static UUID hashed(String name) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** The 16 bytes, most significant first. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /**
   * Reads 16 bytes, most significant first.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static UUID of(byte[] bytes) {
    if (bytes.length != 16) {
      throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static UUID parse(String text) {
    if (text.length() != TEXT_LENGTH) {
      throw new IllegalArgumentException("an id has 36 characters, not " + text.length());
    }
    return UUID.fromString(text);
  }

  /** Unsigned order, the one databases use; UUID's own is signed. */
  static int compare(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
