package dev.throughline.server.kernel;

import dev.throughline.server.keys.ServiceKey;
import dev.throughline.server.outside.OutsideUrl;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Kernel is asked.
 *
 * @param url its address; empty for the embedded one
 * @param sslBundle of {@code spring.ssl.bundle}, for mutual TLS
 * @param approvals the approvals an upgrade takes: what the embedded one asks for, and what the
 *     other one is said to ask for
 * @param eventNameField what the embedded one calls the member with an event's name
 * @param hashProfile over what the embedded one signs
 * @param key what the embedded one signs with: an Ed25519 private key, PKCS#8 in base64; empty for
 *     one that is made at each start
 */
@ConfigurationProperties("throughline.kernel")
record KernelSettings(
    Optional<String> url,
    Optional<String> sslBundle,
    @DefaultValue("1") int approvals,
    @DefaultValue("type") String eventNameField,
    @DefaultValue("digest") HashProfile hashProfile,
    Optional<String> key) {
  private static final int APPROVALS_MAX = 20;

  KernelSettings {
    url = OutsideUrl.of(url);
    sslBundle = sslBundle.filter(name -> !name.isBlank());
    key = key.filter(text -> !text.isBlank());
    key.ifPresent(ServiceKey::read);
    if (approvals < 1 || approvals > APPROVALS_MAX) {
      throw new IllegalArgumentException("approvals is a whole number from 1 to " + APPROVALS_MAX);
    }
    if (!eventNameField.equals("type") && !eventNameField.equals("eventType")) {
      throw new IllegalArgumentException("event-name-field is type or eventType");
    }
  }
}
