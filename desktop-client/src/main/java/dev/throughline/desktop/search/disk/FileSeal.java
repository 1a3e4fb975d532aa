package dev.throughline.desktop.search.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;

/**
 * Seals the blocks of one file under a key of its own, made from the profile's key and the file's
 * random salt. The nonce is the block's number and whether it is the last: no nonce comes twice,
 * and a file cut off between two blocks is noticed. Safe for use by many threads.
 */
final class FileSeal {
  static final int BLOCK_BYTES = 16 * 1_024;
  static final int TAG_BYTES = 16;
  static final int SALT_BYTES = 32;

  private static final byte[] MAGIC = "TLINDEX1".getBytes(StandardCharsets.US_ASCII);
  static final int HEADER_BYTES = MAGIC.length + SALT_BYTES;
  private static final int NONCE_BYTES = 12;

  /** Ciphers kept for the next block; more readers at once make their own. */
  private static final int CIPHERS_KEPT_MAX = 4;

  private final SecretKey key;
  private final Deque<Cipher> idle = new ArrayDeque<>();

  FileSeal(SecretKey profile, byte[] salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(profile.getEncoded(), "HmacSHA256"));
      this.key = new SecretKeySpec(mac.doFinal(salt), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  static byte[] header(byte[] salt) {
    byte[] header = Arrays.copyOf(MAGIC, HEADER_BYTES);
    System.arraycopy(salt, 0, header, MAGIC.length, SALT_BYTES);
    return header;
  }

  /** The salt in a header. */
  static byte[] salt(byte[] header, String file) throws IOException {
    if (!Arrays.equals(MAGIC, Arrays.copyOf(header, MAGIC.length))) {
      throw new CorruptIndexException("not a sealed file", file);
    }
    return Arrays.copyOfRange(header, MAGIC.length, HEADER_BYTES);
  }

  /** How many plain bytes a file of that size holds. */
  static long plainLength(long fileBytes, String file) throws IOException {
    long body = fileBytes - HEADER_BYTES;
    long blocks = blocks(body);
    if (body < TAG_BYTES || body - (blocks - 1) * (BLOCK_BYTES + TAG_BYTES) < TAG_BYTES) {
      throw new CorruptIndexException("the sealed file is cut off", file);
    }
    return body - blocks * TAG_BYTES;
  }

  private static long blocks(long body) {
    return (body + BLOCK_BYTES + TAG_BYTES - 1) / (BLOCK_BYTES + TAG_BYTES);
  }

  byte[] seal(byte[] plain, int length, long block, boolean isLast) {
    try {
      return run(Cipher.ENCRYPT_MODE, plain, length, nonce(block, isLast));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  byte[] open(byte[] sealed, int length, long block, boolean isLast, String file)
      throws IOException {
    try {
      return run(Cipher.DECRYPT_MODE, sealed, length, nonce(block, isLast));
    } catch (GeneralSecurityException e) {
      throw new CorruptIndexException("block " + block + " was changed from outside", file, e);
    }
  }

  private byte[] run(int mode, byte[] bytes, int length, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = take();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    byte[] result = cipher.doFinal(bytes, 0, length);
    give(cipher);
    return result;
  }

  private Cipher take() throws GeneralSecurityException {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return Cipher.getInstance("AES/GCM/NoPadding");
  }

  private void give(Cipher cipher) {
    synchronized (idle) {
      if (idle.size() < CIPHERS_KEPT_MAX) {
        idle.push(cipher);
      }
    }
  }

  private static byte[] nonce(long block, boolean isLast) {
    return ByteBuffer.allocate(NONCE_BYTES).putInt(isLast ? 1 : 0).putLong(block).array();
  }
}
