package dev.throughline.desktop.app;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Reads the address of a server as a person types it. */
public final class ServerAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private ServerAddress() {}

  /** An http or https address with a host; {@code http://} is put in front of a bare host. */
  public static Optional<URI> parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI address = URI.create(text.contains("://") ? text : "http://" + text);
      boolean usable =
          address.getHost() != null
              && SCHEMES.contains(String.valueOf(address.getScheme()))
              && address.getUserInfo() == null;
      return usable ? Optional.of(address.resolve("/")) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
