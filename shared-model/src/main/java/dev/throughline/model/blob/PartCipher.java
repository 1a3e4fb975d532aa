package dev.throughline.model.blob;

import dev.throughline.model.id.RecordId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the parts of one blob: AES-256-GCM, under a key that HKDF-SHA-256 derives from the secret
 * for this blob alone, so that the number of the part can be the nonce. The same part sealed twice
 * is the same bytes; that lets an upload go on after any cut. It also means that a part may only
 * ever be sealed with one content: what a recording holds never changes once it is on disk.
 */
public final class PartCipher {
  /** What sealing adds to each part, in bytes. */
  public static final int TAG_BYTES = 16;

  /** How many bytes of content go into a full part. */
  public static final int CONTENT_BYTES = BlobManifest.PART_BYTES - TAG_BYTES;

  private static final String AES = "AES";
  private static final String AES_GCM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;

  private final SecretKey key;
  private final byte[] context;

  private PartCipher(SecretKey key, byte[] context) {
    this.key = key;
    this.context = context;
  }

  /**
   * The cipher of one blob.
   *
   * @param secret of the {@link dev.throughline.model.recording.MediaKey}, 32 bytes
   * @param record what the blob belongs to
   * @param role which of its blobs it is, such as {@code original} or {@code proxy}
   */
  public static PartCipher of(byte[] secret, RecordId record, String role) {
    byte[] context = ("throughline/blob/1/" + record + "/" + role).getBytes(StandardCharsets.UTF_8);
    try {
      SecretKey key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  AES,
                  HKDFParameterSpec.ofExtract()
                      .addIKM(new SecretKeySpec(secret, "HKDF"))
                      .thenExpand(context, 32));
      return new PartCipher(key, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK derives keys by HKDF", e);
    }
  }

  /**
   * Seals one part.
   *
   * @param index of the part, from 0
   * @param content at most {@link #CONTENT_BYTES}; less only in the last part
   */
  public byte[] seal(int index, byte[] content) {
    if (content.length > CONTENT_BYTES) {
      throw new IllegalArgumentException("a part holds at most " + CONTENT_BYTES + " bytes");
    }
    try {
      return cipher(Cipher.ENCRYPT_MODE, index).doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals whatever it is given", e);
    }
  }

  /** The content of one part; empty when it was changed, is another part, or of another key. */
  public Optional<byte[]> open(int index, byte[] part) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, index).doFinal(part));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, int index) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE_BYTES).putInt(NONCE_BYTES - Integer.BYTES, index).array();
    Cipher cipher = Cipher.getInstance(AES_GCM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
