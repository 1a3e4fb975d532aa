package dev.throughline.desktop.idea;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Stance;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which links of merged ideas count: one for each source and side, the weightiest. */
final class Weighed {
  /** The weightiest first; among equals the one that was linked first in the order of ids. */
  static final Comparator<Evidence> WEIGHTIEST_FIRST =
      Comparator.comparingInt(Evidence::importance).reversed().thenComparing(Evidence::id);

  private record Said(Optional<RecordId> source, Stance stance) {}

  private Weighed() {}

  static List<Evidence> of(Stream<Evidence> links) {
    Map<Said, Evidence> kept = new HashMap<>();
    links
        .filter(link -> link.source().isPresent())
        .forEach(
            link ->
                kept.merge(
                    new Said(link.source(), link.stance()),
                    link,
                    (one, other) -> WEIGHTIEST_FIRST.compare(one, other) <= 0 ? one : other));
    return kept.values().stream().sorted(WEIGHTIEST_FIRST).toList();
  }
}
