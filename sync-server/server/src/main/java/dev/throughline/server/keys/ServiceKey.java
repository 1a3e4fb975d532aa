package dev.throughline.server.keys;

import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Sha256;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** What a service signs with: a key pair of Ed25519, kept as its private part alone. */
public final class ServiceKey {
  public static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final byte[] spki;
  private final String id;

  private ServiceKey(KeyPair pair) {
    this.secret = pair.getPrivate();
    this.spki = pair.getPublic().getEncoded();
    this.id = Sha256.hex(spki);
  }

  /** A new one. */
  public static ServiceKey make() {
    try {
      return new ServiceKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw everyJdkHasIt(e);
    }
  }

  /**
   * Reads a private key.
   *
   * @param pkcs8 in base64
   * @throws IllegalArgumentException when it is none; the message holds nothing of it
   */
  public static ServiceKey read(String pkcs8) {
    try {
      byte[] der = Base64s.read(pkcs8.strip()).orElseThrow(ServiceKey::noKey);
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
      return new ServiceKey(pair(key));
    } catch (GeneralSecurityException _) {
      throw noKey();
    }
  }

  /** The JDK derives a public key only while it makes a pair, so it makes the same pair again. */
  private static KeyPair pair(PrivateKey secret) throws GeneralSecurityException {
    if (!(secret instanceof EdECPrivateKey key)) {
      throw new InvalidKeyException("another key than one of Ed25519");
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(
        NamedParameterSpec.ED25519, new Seed(key.getBytes().orElseThrow(InvalidKeyException::new)));
    return generator.generateKeyPair();
  }

  private static IllegalArgumentException noKey() {
    return new IllegalArgumentException("not an Ed25519 private key, PKCS#8 in base64");
  }

  private static IllegalStateException everyJdkHasIt(GeneralSecurityException e) {
    return new IllegalStateException("every JDK has Ed25519", e);
  }

  /** The private part as {@link #read} takes it. */
  public String toPkcs8() {
    return Base64s.write(secret.getEncoded());
  }

  /** The public part in its DER form. */
  public byte[] spki() {
    return spki.clone();
  }

  /** SHA-256 over the public part in its DER form, in hexadecimal. */
  public String id() {
    return id;
  }

  /** The 64 bytes of a signature over these bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(secret);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw everyJdkHasIt(e);
    }
  }

  /** A payload with its signature. */
  public Envelope seal(String payloadType, byte[] payload) {
    byte[] signed = sign(Envelope.toBeSigned(payloadType, payload));
    return Envelope.of(
        payloadType,
        payload,
        java.util.List.of(new Envelope.Signed(id, Envelope.Signature.of(signed).orElseThrow())));
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "ServiceKey[" + id + "]";
  }

  /** Gives out the bytes it was given. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
