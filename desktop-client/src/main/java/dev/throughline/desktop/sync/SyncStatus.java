package dev.throughline.desktop.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The current {@link SyncState}; tells listeners of every change, on the changing thread. */
public final class SyncStatus {
  private final List<Consumer<SyncState>> listeners = new CopyOnWriteArrayList<>();
  private SyncState state;

  public SyncStatus(SyncState first) {
    this.state = first;
  }

  public synchronized SyncState state() {
    return state;
  }

  public void onChange(Consumer<SyncState> listener) {
    listeners.add(listener);
  }

  void update(UnaryOperator<SyncState> change) {
    SyncState next;
    synchronized (this) {
      next = change.apply(state);
      if (next.equals(state)) {
        return;
      }
      state = next;
    }
    listeners.forEach(listener -> listener.accept(next));
  }
}
