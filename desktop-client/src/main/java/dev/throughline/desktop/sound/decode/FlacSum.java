package dev.throughline.desktop.sound.decode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The MD5 that a FLAC file says of all its samples, in as many bytes as they need. */
final class FlacSum {
  private final byte[] said;
  private final int width;
  private final MessageDigest digest;
  private final byte[] block = new byte[12 << 10];
  private int filled;

  /**
   * @param said all zeros when the encoder did not say
   */
  FlacSum(byte[] said, int bits) {
    this.said = said;
    this.width = (bits + 7) / 8;
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  void add(long sample) {
    for (int i = 0; i < width; i++) {
      block[filled++] = (byte) (sample >> (8 * i));
    }
    if (filled > block.length - Integer.BYTES) {
      flush();
    }
  }

  boolean isRight() {
    flush();
    return Arrays.equals(said, new byte[said.length]) || Arrays.equals(said, digest.digest());
  }

  private void flush() {
    digest.update(block, 0, filled);
    filled = 0;
  }
}
