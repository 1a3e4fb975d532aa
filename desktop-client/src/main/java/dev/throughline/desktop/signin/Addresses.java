package dev.throughline.desktop.signin;

import java.net.URI;
import java.util.Set;

/** Where tokens may travel: encrypted, or not leaving this computer. */
final class Addresses {
  private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

  private Addresses() {}

  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && THIS_COMPUTER.contains(String.valueOf(address.getHost())));
  }

  static void requireSafe(URI address) throws ProviderClient.Refusal {
    if (!isSafe(address)) {
      throw new ProviderClient.Refusal("address: not encrypted");
    }
  }
}
