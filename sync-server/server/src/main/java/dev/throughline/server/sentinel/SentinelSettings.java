package dev.throughline.server.sentinel;

import dev.throughline.server.outside.OutsideUrl;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which SentinelNet is asked.
 *
 * @param url its address; empty for the embedded rules
 * @param sslBundle of {@code spring.ssl.bundle}, for mutual TLS
 */
@ConfigurationProperties("throughline.sentinel")
record SentinelSettings(Optional<String> url, Optional<String> sslBundle) {
  SentinelSettings {
    url = OutsideUrl.of(url);
    sslBundle = sslBundle.filter(name -> !name.isBlank());
  }
}
