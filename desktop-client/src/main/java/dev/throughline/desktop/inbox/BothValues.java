package dev.throughline.desktop.inbox;

import dev.throughline.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One value that holds what both sides of a conflict wrote, where a field can hold both. */
final class BothValues {
  private BothValues() {}

  /** Empty where a field holds one thing only, such as a title or a day. */
  static Optional<Value> of(Value before, Value shown, Value kept) {
    if (shown instanceof Value.Items(var first) && kept instanceof Value.Items(var second)) {
      Set<Value> all = new LinkedHashSet<>(first);
      all.addAll(second);
      return Optional.of(new Value.Items(List.copyOf(all)));
    }
    if (shown instanceof Value.Entries(var first) && kept instanceof Value.Entries(var second)) {
      SortedMap<String, Value> base =
          before instanceof Value.Entries(var entries) ? entries : new TreeMap<>();
      return Optional.of(new Value.Entries(entries(base, first, second)));
    }
    return Optional.empty();
  }

  /** What either changed is as that one wrote it; what both changed, as it is shown. */
  private static SortedMap<String, Value> entries(
      SortedMap<String, Value> before,
      SortedMap<String, Value> shown,
      SortedMap<String, Value> kept) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(shown.keySet());
    names.addAll(kept.keySet());
    SortedMap<String, Value> both = new TreeMap<>();
    for (String name : names) {
      boolean isShownNew = !Objects.equals(before.get(name), shown.get(name));
      Value value = isShownNew ? shown.get(name) : kept.get(name);
      if (value != null) {
        both.put(name, value);
      }
    }
    return both;
  }
}
