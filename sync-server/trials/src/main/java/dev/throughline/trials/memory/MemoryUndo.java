package dev.throughline.trials.memory;

import dev.throughline.desktop.store.UndoStep;
import dev.throughline.desktop.store.UndoSteps;
import java.util.List;

/** Steps of undo in memory. */
record MemoryUndo(MemoryMedium medium) implements UndoSteps {
  @Override
  public List<UndoStep> all() {
    return List.copyOf(medium.rows().undo().values());
  }

  @Override
  public void put(UndoStep step) {
    medium.changing().undo().put(step.no(), step);
  }

  @Override
  public void remove(List<Long> numbers) {
    numbers.forEach(medium.changing().undo()::remove);
  }
}
