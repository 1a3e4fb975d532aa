package dev.throughline.server.kernel;

import dev.throughline.server.keys.ServiceKey;
import dev.throughline.server.outside.OutsideClients;
import dev.throughline.server.outside.OutsideSystem;
import dev.throughline.server.outside.Patience;
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
    if (settings.key().isPresent()) {
      return new KernelKey(ServiceKey.read(settings.key().get()));
    }
    LOG.warn(
        "throughline.kernel.key is not set: this start signs with a key of its own, and nobody can"
            + " sign with it again.");
    return new KernelKey(ServiceKey.make());
  }
}
