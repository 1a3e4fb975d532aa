package dev.throughline.server.operations;

import org.springframework.core.env.Environment;

/** Whether the server speaks TLS. */
final class Encrypted {
  private Encrypted() {}

  static boolean is(Environment environment) {
    return !environment.getProperty("server.ssl.bundle", "").isBlank()
        && environment.getProperty("server.ssl.enabled", Boolean.class, true);
  }
}
