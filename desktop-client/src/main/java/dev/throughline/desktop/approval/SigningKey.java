package dev.throughline.desktop.approval;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/** A key of Ed25519 with its private part, which never leaves this computer. */
final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int LENGTH_MAX = 200;

  private final byte[] spki;
  private final byte[] pkcs8;

  private SigningKey(byte[] spki, byte[] pkcs8) {
    this.spki = spki;
    this.pkcs8 = pkcs8;
  }

  static SigningKey make(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Reads what {@link #toBytes} wrote; empty for anything else. */
  static Optional<SigningKey> of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < Integer.BYTES || bytes.length > LENGTH_MAX) {
      return Optional.empty();
    }
    int length = in.getInt();
    if (length < 1 || length >= in.remaining()) {
      return Optional.empty();
    }
    byte[] spki = new byte[length];
    in.get(spki);
    byte[] pkcs8 = new byte[in.remaining()];
    in.get(pkcs8);
    SigningKey key = new SigningKey(spki, pkcs8);
    return key.isWhole() ? Optional.of(key) : Optional.empty();
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(Integer.BYTES + spki.length + pkcs8.length)
        .putInt(spki.length)
        .put(spki)
        .put(pkcs8)
        .array();
  }

  private boolean isWhole() {
    try {
      byte[] message = new byte[1];
      return dev.throughline.model.signing.Ed25519.verifies(spki, message, signed(message));
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** The public part in its DER form. */
  byte[] spki() {
    return spki.clone();
  }

  byte[] sign(byte[] message) {
    try {
      return signed(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was whole when it was read", e);
    }
  }

  private byte[] signed(byte[] message) throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    Signature signer = Signature.getInstance(ALGORITHM);
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }
}
