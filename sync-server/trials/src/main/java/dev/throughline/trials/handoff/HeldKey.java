package dev.throughline.trials.handoff;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.SealedFile;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.signing.Envelope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** The very key a desktop made and had confirmed, for orders; handoffs the desktop signs itself. */
final class HeldKey {
  private static final String FILE = "signing-key";
  private static final String ALGORITHM = "Ed25519";

  private final byte[] spki;
  private final byte[] pkcs8;

  private HeldKey(byte[] spki, byte[] pkcs8) {
    this.spki = spki;
    this.pkcs8 = pkcs8;
  }

  /** Opens the sealed file of a profile: the length of the public part, that part, the other. */
  static HeldKey of(Profile profile) {
    SealedFile file =
        new SealedFile(profile.folder().resolve(FILE), profile.key(), FILE, new SecureRandom());
    ByteBuffer in =
        ByteBuffer.wrap(
            file.read().orElseThrow(() -> new IllegalStateException("there is no key here")));
    byte[] spki = new byte[in.getInt()];
    in.get(spki);
    byte[] pkcs8 = new byte[in.remaining()];
    in.get(pkcs8);
    return new HeldKey(spki, pkcs8);
  }

  /** A payload in an envelope that this key has signed. */
  String sealed(String type, byte[] payload) throws GeneralSecurityException {
    Signature signer = Signature.getInstance(ALGORITHM);
    signer.initSign(
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    signer.update(Envelope.toBeSigned(type, payload));
    Envelope.Signed signed =
        new Envelope.Signed(
            DeviceKey.keyId(spki), Envelope.Signature.of(signer.sign()).orElseThrow());
    return new String(
        Envelope.of(type, payload, List.of(signed)).toBytes(), StandardCharsets.UTF_8);
  }
}
