package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Facts;
import java.util.Optional;

/** Facts in memory. */
record MemoryFacts(MemoryMedium medium) implements Facts {
  @Override
  public Optional<String> get(String name) {
    return Optional.ofNullable(medium.rows().facts().get(name));
  }

  @Override
  public void put(String name, String content) {
    medium.changing().facts().put(name, content);
  }
}
