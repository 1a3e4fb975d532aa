package dev.throughline.server.sentinel;

import dev.throughline.server.outside.OutsideClients;
import dev.throughline.server.outside.OutsideSystem;
import dev.throughline.server.outside.Patience;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the SentinelNet. */
@Configuration(proxyBeanMethods = false)
class SentinelConfiguration {
  /** One attempt: whoever asks again does so with another question. */
  static final Patience PATIENCE = Patience.once(Duration.ofSeconds(2));

  @Bean
  Sentinel sentinel(SentinelSettings settings, OutsideClients clients, InstantSource clock) {
    return settings
        .url()
        .map(url -> new OutsideSystem("sentinel", url, settings.sslBundle(), PATIENCE))
        .<Sentinel>map(system -> new HttpSentinel(clients.of(system)))
        .orElseGet(() -> new EmbeddedSentinel(clock));
  }
}
