package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;

/**
 * One page of an answer.
 *
 * @param places how many places there are altogether
 * @param interviews in how many interviews
 * @param skipped how many places stand before this page
 * @param taken how many places this page stands for; some may have gone since and are not listed
 * @param groups those that the hits of this page are listed under
 */
public record Hits(
    long places,
    int interviews,
    long skipped,
    int taken,
    List<Hit> hits,
    Map<RecordId, HitGroup> groups) {
  public static final Hits NONE = new Hits(0, 0, 0, 0, List.of(), Map.of());

  public Hits {
    hits = List.copyOf(hits);
    groups = Map.copyOf(groups);
  }

  /** Whether places follow after this page. */
  public boolean hasMore() {
    return skipped + taken < places;
  }
}
