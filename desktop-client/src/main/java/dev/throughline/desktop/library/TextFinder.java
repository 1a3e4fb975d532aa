package dev.throughline.desktop.library;

import dev.throughline.model.id.RecordId;
import java.util.Set;
import java.util.function.Consumer;

/** Looks into notes and turns, which the list itself does not hold. */
@FunctionalInterface
public interface TextFinder {
  /** Finds nothing: for a library without an index. */
  TextFinder NOTHING = (typed, answer) -> answer.accept(Set.of());

  /** The interviews that hold every word; answers on the UI thread, maybe later. */
  void find(String typed, Consumer<Set<RecordId>> answer);
}
