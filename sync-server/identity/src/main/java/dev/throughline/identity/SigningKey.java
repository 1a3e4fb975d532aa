package dev.throughline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/** The key that signs tokens, in {@code signing-key.json} as a JWK (RFC 7517). */
final class SigningKey {
  private static final int BITS = 3_072;

  private SigningKey() {}

  static JWKSet open(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        RSAKey made = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        OwnerOnlyFile.write(file, made.toJSONString().getBytes(StandardCharsets.UTF_8));
      }
      return new JWKSet(RSAKey.parse(Files.readString(file)));
    } catch (JOSEException | ParseException e) {
      throw new IOException("the signing key cannot be read", e);
    }
  }
}
