package dev.throughline.desktop.search;

import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.model.id.RecordId;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is to be done for the index, noted by any thread and taken by the one that does it. */
final class IndexWork {
  private final Set<RecordId> changed = new LinkedHashSet<>();
  private boolean missedSomething;
  private boolean wantsAnew;
  private boolean isDamaged;
  private boolean isPaused;

  /** These changed; on the thread that wrote them, so only a note is taken. */
  synchronized void changed(RecordsChanged change) {
    if (change.isEverything()) {
      missedSomething = true;
    } else {
      changed.addAll(change.records());
    }
  }

  /** Something may have changed that nobody told. */
  synchronized void missed() {
    missedSomething = true;
  }

  synchronized void wantAnew() {
    wantsAnew = true;
  }

  synchronized void damaged() {
    isDamaged = true;
  }

  synchronized void pause(boolean pauses) {
    isPaused = pauses;
  }

  synchronized Set<RecordId> takeChanged() {
    Set<RecordId> taken = new LinkedHashSet<>(changed);
    changed.clear();
    return taken;
  }

  synchronized boolean takeMissed() {
    boolean missed = missedSomething;
    missedSomething = false;
    return missed;
  }

  synchronized boolean takeAnew() {
    boolean wanted = wantsAnew;
    wantsAnew = false;
    return wanted;
  }

  synchronized boolean takeDamaged() {
    boolean damaged = isDamaged;
    isDamaged = false;
    return damaged;
  }

  synchronized boolean isPaused() {
    return isPaused;
  }

  synchronized boolean hasMissed() {
    return missedSomething;
  }

  /** Whether there is anything to do now, but for a sweep that is running. */
  synchronized boolean isThere() {
    return !changed.isEmpty() || isDamaged || wantsAnew || (missedSomething && !isPaused);
  }
}
