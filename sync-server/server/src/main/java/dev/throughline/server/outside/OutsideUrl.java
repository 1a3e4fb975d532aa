package dev.throughline.server.outside;

import java.net.URI;
import java.util.Optional;

/** Addresses of outside systems as settings name them. */
public final class OutsideUrl {
  private OutsideUrl() {}

  /**
   * The address; empty where a setting says nothing.
   *
   * @throws IllegalArgumentException when it is neither an http nor an https address, or has more
   *     than a path
   */
  public static Optional<String> of(Optional<String> setting) {
    return setting.map(String::strip).filter(url -> !url.isEmpty()).map(OutsideUrl::checked);
  }

  private static String checked(String url) {
    URI uri = URI.create(url);
    boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!isHttp || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("an address begins with https:// and ends with its path");
    }
    return url;
  }
}
