package dev.throughline.server.kernel;

import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Sha256;
import dev.throughline.server.keys.ServiceKey;

/** What the embedded Kernel signs with. */
record KernelKey(ServiceKey key) {
  static final String ALGORITHM = ServiceKey.ALGORITHM;

  /** The public part in its DER form. */
  byte[] spki() {
    return key.spki();
  }

  /** SHA-256 over the public part in DER form. */
  String signerId() {
    return key.id();
  }

  /** The signature, in base64. */
  String sign(HashProfile profile, byte[] message) {
    return Base64s.write(
        key.sign(
            switch (profile) {
              case DIGEST -> Sha256.of(message);
              case MESSAGE -> message;
            }));
  }
}
