package dev.throughline.model.sync;

import java.util.Set;

/**
 * What a server said of the person who signed in.
 *
 * @param roles by their names on the wire, also those this version does not know
 * @param reads kinds by name; what is not named is not delivered
 * @param tag stands for {@code reads}; a pull names it, so that none goes on under other rights
 */
public record Standing(Set<String> roles, Set<String> reads, String tag) {
  public Standing {
    roles = Set.copyOf(roles);
    reads = Set.copyOf(reads);
  }
}
