package dev.throughline.model.idea;

import dev.throughline.model.id.RecordId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which ideas are one. Merging writes into the duplicate alone where it went; what belongs to it
 * stays below it and counts for the idea that goes on. So evidence that somebody adds to a
 * duplicate while offline is not lost, and one undo takes a merge back.
 */
public final class IdeaFamilies {
  private final Map<RecordId, RecordId> heads;

  private IdeaFamilies(Map<RecordId, RecordId> heads) {
    this.heads = heads;
  }

  /**
   * Finds the idea that goes on for each. Two people may merge two ideas into each other at once:
   * of such a circle the one with the smallest id goes on, on every computer.
   *
   * @param ideas all there are; a merge into one that is not among them does not count
   */
  public static IdeaFamilies of(Iterable<Idea> ideas) {
    Map<RecordId, RecordId> into = new HashMap<>();
    Set<RecordId> all = new TreeSet<>();
    for (Idea idea : ideas) {
      all.add(idea.id());
      idea.mergedInto().ifPresent(target -> into.put(idea.id(), target));
    }
    into.values().retainAll(all);
    Map<RecordId, RecordId> heads = new HashMap<>();
    all.forEach(idea -> find(idea, into, heads));
    return new IdeaFamilies(heads);
  }

  private static void find(
      RecordId idea, Map<RecordId, RecordId> into, Map<RecordId, RecordId> heads) {
    LinkedHashSet<RecordId> way = new LinkedHashSet<>();
    RecordId at = idea;
    while (!heads.containsKey(at) && way.add(at) && into.containsKey(at)) {
      at = into.getOrDefault(at, at);
    }
    RecordId known = heads.get(at);
    RecordId head = known == null ? end(at, into) : known;
    way.forEach(one -> heads.put(one, head));
  }

  /** Where a way ends; of one that runs into a circle the smallest in that circle. */
  private static RecordId end(RecordId last, Map<RecordId, RecordId> into) {
    if (!into.containsKey(last)) {
      return last;
    }
    RecordId smallest = last;
    RecordId at = into.getOrDefault(last, last);
    while (!at.equals(last)) {
      smallest = at.compareTo(smallest) < 0 ? at : smallest;
      at = into.getOrDefault(at, last);
    }
    return smallest;
  }

  /** The idea that goes on for this one; itself where it was not merged. */
  public RecordId head(RecordId idea) {
    return heads.getOrDefault(idea, idea);
  }

  /** Whether it goes on in another one. */
  public boolean isMerged(RecordId idea) {
    return !head(idea).equals(idea);
  }
}
