package dev.throughline.desktop.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of segments, derived by HKDF-SHA-256 from the secret of a {@link
 * dev.throughline.model.recording.MediaKey}. Each segment has its own, so that the number of a slot
 * can be the nonce: a segment is never opened again to write, and a new one has a new salt.
 */
record SoundSecret(byte[] secret) {
  private static final String USE = "throughline/recording/1/";

  /** Names the secret without telling anything about it. */
  long name() {
    byte[] info = (USE + "name").getBytes(StandardCharsets.US_ASCII);
    try {
      return ByteBuffer.wrap(hkdf().deriveData(info(info, Long.BYTES))).getLong();
    } catch (GeneralSecurityException e) {
      throw noHkdf(e);
    }
  }

  /** The key of one segment. */
  SecretKey of(SegmentHeader header) {
    byte[] use = (USE + "segment/").getBytes(StandardCharsets.US_ASCII);
    byte[] place = header.bytes();
    byte[] info = ByteBuffer.allocate(use.length + place.length).put(use).put(place).array();
    try {
      return hkdf().deriveKey("AES", info(info, 32));
    } catch (GeneralSecurityException e) {
      throw noHkdf(e);
    }
  }

  private static KDF hkdf() throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256");
  }

  private HKDFParameterSpec info(byte[] info, int length) {
    return HKDFParameterSpec.ofExtract()
        .addIKM(new SecretKeySpec(secret, "HKDF"))
        .thenExpand(info, length);
  }

  private static IllegalStateException noHkdf(GeneralSecurityException e) {
    return new IllegalStateException("every JDK derives keys by HKDF", e);
  }

  @Override
  public String toString() {
    return "SoundSecret[hidden]";
  }
}
