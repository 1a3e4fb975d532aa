package dev.throughline.server.log;

import dev.throughline.model.sync.Push;
import java.util.Optional;

/**
 * A push, and whom it comes from.
 *
 * @param act what the server decides with it; such a push brings no operations of its own
 */
public record Delivery(Push push, Asker asker, Optional<Act> act) {
  public Delivery(Push push, Asker asker) {
    this(push, asker, Optional.empty());
  }
}
