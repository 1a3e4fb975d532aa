package dev.throughline.server.approval;

import dev.throughline.server.keys.ServiceKey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What packages are sealed with. */
@Configuration(proxyBeanMethods = false)
class Seals {
  private static final Logger log = LoggerFactory.getLogger(Seals.class);

  /**
   * The key, as it is set.
   *
   * @param key an Ed25519 private key, PKCS#8 in base64; empty for one that is made at each start
   */
  @ConfigurationProperties("throughline.audit")
  record Settings(Optional<String> key) {
    Settings {
      key = key.filter(text -> !text.isBlank());
      key.ifPresent(ServiceKey::read);
    }
  }

  /** A key that seals. */
  record SealKey(ServiceKey key) {}

  @Bean
  SealKey sealKey(Settings settings) {
    if (settings.key().isPresent()) {
      return new SealKey(ServiceKey.read(settings.key().get()));
    }
    log.warn(
        "throughline.audit.key is not set: packages of this start are sealed with a key of its"
            + " own, and nobody can tell later whose it was.");
    return new SealKey(ServiceKey.make());
  }
}
