package dev.throughline.server.sync;

import dev.throughline.server.log.RandomBytes;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where sync meets the real clock and real randomness. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {
  /** What the first workspace is called when it is made. */
  @ConfigurationProperties("throughline.workspace")
  record WorkspaceSettings(@DefaultValue("Team workspace") String name) {}

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  RandomBytes randomBytes() {
    SecureRandom random = new SecureRandom();
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }
}
