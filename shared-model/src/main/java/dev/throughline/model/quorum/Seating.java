package dev.throughline.model.quorum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives seats to people, each person at most one: somebody with two roles counts once. As many
 * seats are taken as any assignment could fill (a maximum bipartite matching by augmenting paths,
 * Kuhn 1955).
 *
 * @param <S> a seat
 * @param <P> a person
 */
public final class Seating<S, P> {
  private final Map<S, Set<P>> eligible;
  private final Map<P, S> taken = new HashMap<>();

  private Seating(Map<S, Set<P>> eligible) {
    this.eligible = eligible;
  }

  /**
   * Seats people.
   *
   * @param eligible who may take each seat, in the order in which seats are filled
   */
  public static <S, P> Seating<S, P> of(Map<S, ? extends Set<P>> eligible) {
    Seating<S, P> seating = new Seating<>(new LinkedHashMap<>(eligible));
    seating.eligible.keySet().forEach(seat -> seating.fill(seat, new HashSet<>()));
    return seating;
  }

  /** Seats somebody, if need be by moving others on; never asks a person twice. */
  private boolean fill(S seat, Set<P> asked) {
    for (P person : eligible.getOrDefault(seat, Set.of())) {
      if (asked.add(person)) {
        S other = taken.get(person);
        if (other == null || fill(other, asked)) {
          taken.put(person, seat);
          return true;
        }
      }
    }
    return false;
  }

  /** Who sits where. */
  public Map<P, S> taken() {
    return Map.copyOf(taken);
  }

  /** The seats nobody is left for, in the order they were given. */
  public List<S> empty() {
    List<S> empty = new ArrayList<>(eligible.keySet());
    empty.removeAll(taken.values());
    return empty;
  }

  /** Whether every seat is taken. */
  public boolean isComplete() {
    return taken.size() == eligible.size();
  }
}
