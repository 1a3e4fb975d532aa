package dev.throughline.server.kernel;

import dev.throughline.server.outside.OutsideClients;
import dev.throughline.server.outside.OutsideSystem;
import dev.throughline.server.outside.Patience;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Chooses the Kernel, and makes the key of the embedded one where it was given none. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(KernelConfiguration.class);
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(5), 3, Duration.ofMillis(300));

  @Bean
  Kernel kernel(
      KernelSettings settings,
      OutsideClients clients,
      JdbcClient sql,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    return settings
        .url()
        .map(url -> new OutsideSystem("kernel", url, settings.sslBundle(), PATIENCE))
        .<Kernel>map(system -> HttpKernel.of(clients.of(system), settings.approvals()))
        .orElseGet(() -> EmbeddedKernel.of(settings, key(settings), sql, transactions, clock));
  }

  static KernelKey key(KernelSettings settings) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(KernelKey.ALGORITHM);
      if (settings.key().isPresent()) {
        return KernelKey.of(pair(generator, KernelKey.privateKey(settings.key().get())));
      }
      LOG.warn(
          "throughline.kernel.key is not set: this start signs with a key of its own, and nobody"
              + " can sign with it again.");
      return KernelKey.of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** The JDK derives a public key only while it makes a pair, so it makes the same pair again. */
  private static KeyPair pair(KeyPairGenerator generator, PrivateKey secret)
      throws GeneralSecurityException {
    if (!(secret instanceof EdECPrivateKey key)) {
      throw new InvalidKeyException("another key than one of Ed25519");
    }
    byte[] seed = key.getBytes().orElseThrow(InvalidKeyException::new);
    generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
    return generator.generateKeyPair();
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
