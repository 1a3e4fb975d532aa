package dev.throughline.server.sentinel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What SentinelNet decides. */
public enum Decision {
  ALLOW,
  DENY,
  /** It stays where it is until somebody has looked at it. */
  QUARANTINE;

  /** As it stands in messages. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Decision> of(String wireName) {
    return Arrays.stream(values()).filter(it -> it.wireName().equals(wireName)).findFirst();
  }
}
