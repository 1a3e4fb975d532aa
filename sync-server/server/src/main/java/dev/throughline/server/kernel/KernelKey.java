package dev.throughline.server.kernel;

import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * What the embedded Kernel signs with.
 *
 * @param signerId SHA-256 over the public part in DER form
 */
record KernelKey(PrivateKey secret, byte[] spki, String signerId) {
  static final String ALGORITHM = "Ed25519";

  static KernelKey of(KeyPair pair) {
    byte[] spki = pair.getPublic().getEncoded();
    return new KernelKey(pair.getPrivate(), spki, Sha256.hex(spki));
  }

  /**
   * Reads a private key.
   *
   * @throws IllegalArgumentException when it is none; the message holds nothing of it
   */
  static PrivateKey privateKey(String pkcs8) {
    try {
      byte[] der = Base64s.read(pkcs8.strip()).orElseThrow(KernelKey::noKey);
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException _) {
      throw noKey();
    }
  }

  private static IllegalArgumentException noKey() {
    return new IllegalArgumentException("not an Ed25519 private key, PKCS#8 in base64");
  }

  /** The signature, in base64. */
  String sign(HashProfile profile, byte[] message) {
    byte[] signed =
        switch (profile) {
          case DIGEST -> Sha256.of(message);
          case MESSAGE -> message;
        };
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(secret);
      signer.update(signed);
      return Base64s.write(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }
}
