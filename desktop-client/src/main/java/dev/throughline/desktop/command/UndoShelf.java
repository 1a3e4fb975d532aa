package dev.throughline.desktop.command;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.UndoStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The steps of undo in memory and, for the next start, in the store. Callers hold a lock. */
final class UndoShelf {
  private final LocalStore store;
  private final Deque<Kept> done = new ArrayDeque<>();
  private final Deque<Kept> undone = new ArrayDeque<>();
  private long bytes;
  private long last;
  private boolean isLoaded;

  /** A step with what it weighs. */
  record Kept(long no, Step step, int bytes) {}

  UndoShelf(LocalStore store) {
    this.store = store;
  }

  /** Reads what was kept before; once. Steps that cannot be read are left out. */
  void load() {
    if (isLoaded) {
      return;
    }
    isLoaded = true;
    for (UndoStep kept : store.undoSteps()) {
      last = Math.max(last, kept.no());
      StepCodec.step(kept.step())
          .ifPresent(
              step -> {
                (kept.undone() ? undone : done)
                    .addLast(new Kept(kept.no(), step, kept.step().length));
                bytes += kept.step().length;
              });
    }
  }

  Optional<Step> lastDone() {
    return Optional.ofNullable(done.peekLast()).map(Kept::step);
  }

  Optional<Step> lastUndone() {
    return Optional.ofNullable(undone.peekLast()).map(Kept::step);
  }

  /** Keeps a new step; what was taken back before cannot be done again then. */
  void push(Step step) {
    List<Long> forgotten = new ArrayList<>();
    while (!undone.isEmpty()) {
      forgotten.add(drop(undone.removeLast()));
    }
    put(Optional.of(step), done, forgotten);
  }

  /** The number of the last step that can be taken back; 0 for none. */
  long lastNumber() {
    return done.isEmpty() ? 0 : done.getLast().no();
  }

  /** A step that can be taken back, by its number. */
  Optional<Step> numbered(long no) {
    return done.stream().filter(kept -> kept.no() == no).map(Kept::step).findFirst();
  }

  /** Takes a step off one pile and puts what leads back on the other. */
  void turn(boolean isUndo, Step step, Step again) {
    List<Long> forgotten = new ArrayList<>();
    Deque<Kept> pile = isUndo ? done : undone;
    Kept taken = pile.stream().filter(kept -> kept.step() == step).findFirst().orElseThrow();
    pile.remove(taken);
    forgotten.add(drop(taken));
    put(again.isEmpty() ? Optional.empty() : Optional.of(again), isUndo ? undone : done, forgotten);
  }

  private void put(Optional<Step> step, Deque<Kept> pile, List<Long> forgotten) {
    Optional<UndoStep> fresh = Optional.empty();
    if (step.isPresent()) {
      byte[] coded = StepCodec.bytes(step.get());
      last++;
      bytes += coded.length;
      pile.addLast(new Kept(last, step.get(), coded.length));
      fresh = Optional.of(new UndoStep(last, pile == undone, coded));
    }
    while (pile.size() > 1 && (pile.size() > UndoLog.STEPS_MAX || bytes > UndoLog.BYTES_MAX)) {
      forgotten.add(drop(pile.removeFirst()));
    }
    store.keepUndo(fresh, forgotten);
  }

  private long drop(Kept kept) {
    bytes -= kept.bytes();
    return kept.no();
  }
}
