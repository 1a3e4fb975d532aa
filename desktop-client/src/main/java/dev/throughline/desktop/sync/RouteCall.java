package dev.throughline.desktop.sync;

import dev.throughline.model.value.Value;
import java.util.Optional;

/**
 * A question to a route that takes and answers plain members.
 *
 * @param path below the server, with its query but without the workspace
 * @param message what is sent; empty for nothing
 * @param key under which the same wish is the same one; empty where that does not matter
 */
public record RouteCall(
    String path, boolean isPost, Optional<Value> message, Optional<String> key) {
  /** Reads what is there. */
  public static RouteCall get(String path) {
    return new RouteCall(path, false, Optional.empty(), Optional.empty());
  }

  /** Does something that is the same however often it is done. */
  public static RouteCall post(String path) {
    return new RouteCall(path, true, Optional.empty(), Optional.empty());
  }

  /** Makes something, once under its key. */
  public static RouteCall post(String path, Value message, String key) {
    return new RouteCall(path, true, Optional.of(message), Optional.of(key));
  }
}
