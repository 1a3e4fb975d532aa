package dev.throughline.server.outside;

import dev.throughline.model.signing.Json;
import java.util.Optional;

/**
 * What an outside system said: neither a failure of its own nor something else than a JSON object.
 *
 * @param status of HTTP; never 5xx, and none that means "ask again later"
 */
public record Reply(int status, Json.Members body) {
  /** Whether it says yes. */
  public boolean isFine() {
    return status / 100 == 2;
  }

  /** A no, with the other side's code; empty when it is no no, or of no known shape. */
  public <T> Optional<Answer<T>> refusal() {
    return status / 100 == 4 ? Refusals.read(body) : Optional.empty();
  }
}
