package dev.throughline.standalone;

import dev.throughline.identity.IdentityProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the server is told when it starts. */
final class Settings {
  private Settings() {}

  /**
   * The further settings of the options, and above them where everything is. Recordings may be told
   * to go elsewhere than into the data folder.
   */
  static Map<String, String> of(
      StandaloneServer.Options options, Engines engines, Optional<IdentityProvider> identity) {
    var settings = new HashMap<String, String>();
    settings.put("throughline.blobs.folder", options.data().resolve("blobs").toString());
    settings.putAll(options.properties());
    settings.putAll(engines.properties());
    settings.put("throughline.identity.issuer", identity.map(IdentityProvider::issuer).orElse(""));
    settings.put("throughline.kernel.key", KeyFile.open(options.data(), KeyFile.KERNEL));
    settings.put("throughline.audit.key", KeyFile.open(options.data(), KeyFile.AUDIT));
    settings.put("server.port", String.valueOf(options.port()));
    return settings;
  }
}
