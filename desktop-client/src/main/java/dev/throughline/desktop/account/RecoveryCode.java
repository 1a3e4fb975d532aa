package dev.throughline.desktop.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens a profile when the keychain cannot. 120 random bits as 24 letters and digits of Crockford's
 * base 32 (no I, L, O, U), in six groups; reading forgives case, spaces, dashes and look-alikes.
 */
public record RecoveryCode(String shown) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 24;
  private static final int GROUP = 4;

  static RecoveryCode generate(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(code.toString());
  }

  /** Reads what a person typed; empty when it cannot be a code. */
  public static Optional<RecoveryCode> parse(String typed) {
    String letters =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean sound =
        letters.length() == LENGTH && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return sound
        ? Optional.of(new RecoveryCode(letters.replaceAll("(.{4})(?=.)", "$1-")))
        : Optional.empty();
  }

  SecretKey key() {
    byte[] secret = shown.getBytes(StandardCharsets.US_ASCII);
    return new SecretKeySpec(
        ProfileKey.hkdf(secret, "throughline/1/recovery", ProfileKey.LENGTH), "AES");
  }

  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
