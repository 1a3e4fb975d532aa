package dev.throughline.desktop.sync;

import java.net.URI;
import java.util.Optional;

/** Proves to a server who asks. Any thread; calls may block while a provider is asked. */
public interface Credentials {
  /** For servers where nobody signs in. */
  Credentials NONE =
      new Credentials() {
        @Override
        public Optional<String> token(URI server) {
          return Optional.empty();
        }

        @Override
        public Optional<String> renewed(URI server, String refused) {
          return Optional.empty();
        }
      };

  /** The bearer token for this server; empty when nobody signed in to it. */
  Optional<String> token(URI server);

  /**
   * Another token after the server refused one; the same one while the provider cannot be asked;
   * empty when only the person can get one.
   */
  Optional<String> renewed(URI server, String refused);

  /**
   * Gives up the session after the server said that this device was signed out from another one.
   *
   * @param token the one that was refused; a newer session stays
   * @param sentence what the server said, for the person
   */
  default void ended(URI server, String token, String sentence) {}
}
