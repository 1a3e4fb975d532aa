package dev.throughline.desktop.sound.peaks;

import dev.throughline.model.id.RecordId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the wave of one recording: AES-256-GCM under a key that HKDF-SHA-256 derives from the
 * secret for this alone. A wave is kept again and again as the recording grows, so the nonce is
 * made of the content (HMAC-SHA-256, 12 bytes, under a second such key) and stands in front: other
 * content has another nonce, and the same content is the same bytes.
 */
public final class PeaksSeal implements Sealing {
  private static final String AES_GCM = "AES/GCM/NoPadding";
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecretKey nonces;

  private PeaksSeal(SecretKey key, SecretKey nonces) {
    this.key = key;
    this.nonces = nonces;
  }

  /**
   * The seal of one recording's wave.
   *
   * @param secret of the {@link dev.throughline.model.recording.MediaKey}, 32 bytes
   */
  public static PeaksSeal of(byte[] secret, RecordId recording) {
    return new PeaksSeal(
        derive(secret, "AES", "throughline/peaks/1/" + recording),
        derive(secret, HMAC, "throughline/peaks-nonce/1/" + recording));
  }

  @Override
  public byte[] seal(byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(nonces);
      byte[] nonce = Arrays.copyOf(mac.doFinal(content), NONCE_BYTES);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + content.length + TAG_BITS / Byte.SIZE);
      cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content, 0, content.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals whatever it is given", e);
    }
  }

  @Override
  public Optional<byte[]> open(byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES));
      return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(AES_GCM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static SecretKey derive(byte[] secret, String use, String context) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              use,
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(secret, "HKDF"))
                  .thenExpand(context.getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK derives keys by HKDF", e);
    }
  }
}
