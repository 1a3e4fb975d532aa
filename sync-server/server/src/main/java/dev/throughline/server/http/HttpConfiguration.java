package dev.throughline.server.http;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the HTTP surface meets real randomness. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
  /** Numbers of incidents, by which a person finds the line in the log. */
  @Bean
  RandomGenerator incidentNumbers() {
    return new SecureRandom();
  }
}
