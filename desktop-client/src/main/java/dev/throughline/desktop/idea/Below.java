package dev.throughline.desktop.idea;

import dev.throughline.model.id.RecordId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records of one kind below ideas, by idea. */
final class Below<T> {
  private final Function<T, Optional<RecordId>> idea;
  private final Map<RecordId, T> all = new HashMap<>();
  private final Map<RecordId, Map<RecordId, T>> byIdea = new HashMap<>();

  Below(Function<T, Optional<RecordId>> idea) {
    this.idea = idea;
  }

  void put(RecordId id, T one) {
    remove(id);
    all.put(id, one);
    idea.apply(one)
        .ifPresent(its -> byIdea.computeIfAbsent(its, _ -> new HashMap<>()).put(id, one));
  }

  void remove(RecordId id) {
    T gone = all.remove(id);
    if (gone != null) {
      idea.apply(gone)
          .ifPresent(
              its ->
                  byIdea.computeIfPresent(
                      its,
                      (_, left) -> {
                        left.remove(id);
                        return left.isEmpty() ? null : left;
                      }));
    }
  }

  void clear() {
    all.clear();
    byIdea.clear();
  }

  List<T> of(RecordId one) {
    return List.copyOf(byIdea.getOrDefault(one, Map.of()).values());
  }

  Stream<T> of(Collection<RecordId> ideas) {
    return ideas.stream().flatMap(one -> byIdea.getOrDefault(one, Map.of()).values().stream());
  }
}
