package dev.throughline.desktop.account;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The 256-bit key everything of a profile is sealed under. Use keys are derived by HKDF-SHA256. */
public final class ProfileKey {
  static final int LENGTH = 32;

  private final byte[] bytes;

  private ProfileKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static ProfileKey generate(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ProfileKey(bytes);
  }

  /** Wraps raw key bytes; throws {@link IllegalArgumentException} unless there are 32. */
  static ProfileKey of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a profile key has 32 bytes");
    }
    return new ProfileKey(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Names the key without telling anything about it. */
  public String id() {
    return HexFormat.of().formatHex(derive("key id", 8));
  }

  /** The AES key for one use. */
  public SecretKey cipherKey(String use) {
    return new SecretKeySpec(derive(use, LENGTH), "AES");
  }

  /** A password for one use, as hexadecimal digits. */
  public char[] password(String use) {
    return HexFormat.of().formatHex(derive(use, LENGTH)).toCharArray();
  }

  private byte[] derive(String use, int length) {
    return hkdf(bytes, "throughline/1/" + use, length);
  }

  static byte[] hkdf(byte[] secret, String info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(info.getBytes(java.nio.charset.StandardCharsets.UTF_8), length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK 25 has HKDF-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "ProfileKey[hidden]";
  }
}
