package dev.throughline.desktop.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32C;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One entry on disk: length, check, nonce, AES-256-GCM ciphertext. The place of the frame is
 * authenticated with it, so frames cannot be moved or repeated. The check is a CRC32C of length and
 * place: it lets a reader find the next frame behind a damaged one. A length of zero ends a
 * segment.
 */
final class FrameSeal {
  static final int HEAD_BYTES = 8;

  /** Largest entry; a group of 2,000 operations of 4 kB fits. */
  static final int FRAME_BYTES_MAX = 48 << 20;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final SecretKey key;
  private final SecureRandom random;

  FrameSeal(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  static long size(int plainLength) {
    return (long) HEAD_BYTES + NONCE_BYTES + plainLength + TAG_BYTES;
  }

  ByteBuffer seal(byte[] plain, JournalPosition at) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0, at).orElseThrow();
    int length = NONCE_BYTES + sealed.length;
    ByteBuffer frame = ByteBuffer.allocate(HEAD_BYTES + length);
    frame.putInt(length).putInt(check(length, at.segment(), at.offset())).put(nonce).put(sealed);
    return frame.flip();
  }

  /** Whether these two numbers are the head of a frame at that place, sound or not. */
  static boolean isHead(int length, int check, long segment, long offset) {
    return length >= NONCE_BYTES + TAG_BYTES
        && length <= FRAME_BYTES_MAX
        && check == check(length, segment, offset);
  }

  /** The entry's bytes; empty when the frame is torn or was changed. */
  Optional<byte[]> open(byte[] body, JournalPosition at) {
    byte[] nonce = java.util.Arrays.copyOf(body, NONCE_BYTES);
    return crypt(Cipher.DECRYPT_MODE, nonce, body, NONCE_BYTES, at);
  }

  private Optional<byte[]> crypt(
      int mode, byte[] nonce, byte[] bytes, int from, JournalPosition at) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
      cipher.updateAAD(ByteBuffer.allocate(16).putLong(at.segment()).putLong(at.offset()).array());
      return Optional.of(cipher.doFinal(bytes, from, bytes.length - from));
    } catch (GeneralSecurityException e) {
      if (mode == Cipher.ENCRYPT_MODE) {
        throw new IllegalStateException("every JDK has AES-GCM", e);
      }
      return Optional.empty();
    }
  }

  private static int check(int length, long segment, long offset) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(20).putInt(length).putLong(segment).putLong(offset).flip());
    return (int) crc.getValue();
  }
}
