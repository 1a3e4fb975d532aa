package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Envelope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.Optional;

/** Somebody with a key. */
final class Signer {
  final RecordId person;
  private final KeyPair pair;

  Signer(RecordId person) {
    this.person = person;
    try {
      this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] spki() {
    return pair.getPublic().getEncoded();
  }

  byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  DeviceKey key(KeyState state) {
    return new DeviceKey(
        DeviceKey.idOf(spki()),
        Optional.of(person),
        "a laptop",
        Base64s.write(spki()),
        "00",
        "",
        state,
        Optional.empty(),
        Optional.empty());
  }

  String envelope(Statement statement) {
    return envelope(statement.bytes());
  }

  String envelope(byte[] payload) {
    byte[] signed = sign(Envelope.toBeSigned(Statement.PAYLOAD_TYPE, payload));
    return text(
        Envelope.of(
            Statement.PAYLOAD_TYPE,
            payload,
            List.of(
                new Envelope.Signed(
                    DeviceKey.keyId(spki()), Envelope.Signature.of(signed).orElseThrow()))));
  }

  static String text(Envelope envelope) {
    return new String(envelope.toBytes(), StandardCharsets.UTF_8);
  }
}
