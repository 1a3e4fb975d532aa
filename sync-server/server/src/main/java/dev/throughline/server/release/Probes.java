package dev.throughline.server.release;

import java.net.URI;

/** Asks a service that is out whether it answers. */
interface Probes {
  /** What came out of asking. */
  sealed interface Said {
    /** It answered that it is well. */
    record Well(String how) implements Said {}

    /** It did not, or not yet. */
    record Unwell(String how) implements Said {}

    /** This address is not asked from here; somebody has to report it. */
    record NotAsked() implements Said {}
  }

  Said ask(String address);

  /** The host of an address that may be asked at all; empty for what is no such address. */
  static String host(String address) {
    try {
      URI uri = URI.create(address.strip());
      boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean isPlain = isHttp && uri.getUserInfo() == null && uri.getHost() != null;
      return isPlain ? uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort() : "";
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
