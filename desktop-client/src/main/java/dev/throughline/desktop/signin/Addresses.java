package dev.throughline.desktop.signin;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where tokens may travel: encrypted, or not leaving this computer. */
final class Addresses {
  private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

  private Addresses() {}

  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && THIS_COMPUTER.contains(String.valueOf(address.getHost())));
  }

  /** Of a provider's addresses; the browser is sent to one of them, so nothing else may pass. */
  static void requireSafe(@Nullable URI address) throws ProviderClient.Refusal {
    if (address == null || !isSafe(address)) {
      throw new ProviderClient.Refusal("address: none, or not encrypted");
    }
  }
}
