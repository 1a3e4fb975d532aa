package dev.throughline.model.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Verifies signatures of Ed25519 (RFC 8032). */
public final class Ed25519 {
  /** As long as every signature is; the JDK alone would take longer ones. */
  public static final int SIGNATURE_LENGTH = 64;

  private static final int KEY_LENGTH = 32;

  /** What stands before the key itself in its DER form (RFC 8410 §4). */
  private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The public key in its DER form, from the 32 bytes of RFC 8032; empty for any other length. */
  public static Optional<byte[]> spki(byte[] raw) {
    if (raw.length != KEY_LENGTH) {
      return Optional.empty();
    }
    byte[] spki = Arrays.copyOf(SPKI_HEAD, SPKI_HEAD.length + KEY_LENGTH);
    System.arraycopy(raw, 0, spki, SPKI_HEAD.length, KEY_LENGTH);
    return Optional.of(spki);
  }

  /** Whether these bytes are shaped like a public key in its DER form. */
  public static boolean isKey(byte[] spki) {
    return spki.length == SPKI_HEAD.length + KEY_LENGTH
        && Arrays.equals(spki, 0, SPKI_HEAD.length, SPKI_HEAD, 0, SPKI_HEAD.length);
  }

  /**
   * Whether a signature is that of the key over the message. What is no key or no signature at all
   * verifies nothing.
   *
   * @param spki the public key in its DER form
   */
  public static boolean verifies(byte[] spki, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH || !isKey(spki)) {
      return false;
    }
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
