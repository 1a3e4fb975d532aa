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
  private final Cipher sealing = cipher();

  FrameSeal(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  static long size(int plainLength) {
    return (long) HEAD_BYTES + NONCE_BYTES + plainLength + TAG_BYTES;
  }

  /** The frame of an entry. One thread at a time; {@link #open} may be called by any. */
  ByteBuffer seal(byte[] plain, JournalPosition at) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    int length = NONCE_BYTES + plain.length + TAG_BYTES;
    ByteBuffer frame = ByteBuffer.allocate(HEAD_BYTES + length);
    frame.putInt(length).putInt(check(length, at.segment(), at.offset())).put(nonce);
    try {
      begin(sealing, Cipher.ENCRYPT_MODE, nonce, at);
      sealing.doFinal(ByteBuffer.wrap(plain), frame);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
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
    try {
      Cipher cipher = cipher();
      begin(cipher, Cipher.DECRYPT_MODE, nonce, at);
      return Optional.of(cipher.doFinal(body, NONCE_BYTES, body.length - NONCE_BYTES));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private void begin(Cipher cipher, int mode, byte[] nonce, JournalPosition at)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
    cipher.updateAAD(ByteBuffer.allocate(16).putLong(at.segment()).putLong(at.offset()).array());
  }

  private static int check(int length, long segment, long offset) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(20).putInt(length).putLong(segment).putLong(offset).flip());
    return (int) crc.getValue();
  }
}
