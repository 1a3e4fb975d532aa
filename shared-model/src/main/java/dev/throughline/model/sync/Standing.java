package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server said of the person who signed in.
 *
 * @param roles by their names on the wire, also those this version does not know
 * @param reads kinds by name; what is not named is not delivered
 * @param grants how far into which study: levels by the study's id, and by {@code all}
 * @param person the record of whoever signed in
 * @param arrived the last entry by which something came within reach without being written anew; 0
 *     when nothing did
 * @param tag stands for what may be read; a pull names it, so that none goes on under other rights
 */
public record Standing(
    Set<String> roles,
    Set<String> reads,
    Map<String, String> grants,
    Optional<RecordId> person,
    long arrived,
    String tag) {
  public Standing {
    roles = Set.copyOf(roles);
    reads = Set.copyOf(reads);
    grants = Map.copyOf(grants);
  }
}
