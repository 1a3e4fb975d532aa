package dev.throughline.desktop.search;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordStamp;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.transcript.Segment;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index in step with the store, in small steps on one thread: takes in what changed,
 * sweeps where something may have been missed, and remembers on disk how far it came.
 */
final class IndexKeeper implements AutoCloseable {
  /** Changed records read at once; a save waits no longer than for these. */
  private static final int CHANGES_PAGE = 250;

  private final LocalStore store;
  private final Shelves shelves;
  private final Set<RecordId> waiting = new LinkedHashSet<>();
  private boolean missedSomething;
  private boolean wantsAnew;
  private volatile boolean isDamaged;
  private volatile boolean isPaused;
  private volatile @Nullable Sweep sweep;
  private volatile long records;

  IndexKeeper(LocalStore store, Shelves shelves) {
    this.store = store;
    this.shelves = shelves;
    String mark = store.mark().toString();
    this.missedSomething = shelves.serving().mark().filter(mark::equals).isEmpty();
  }

  Shelves shelves() {
    return shelves;
  }

  /** Remembers what changed; on the writing thread, so it only takes notes. */
  synchronized void changed(RecordsChanged change) {
    if (change.isEverything()) {
      missedSomething = true;
    } else {
      waiting.addAll(change.records());
    }
  }

  /** Asks for a new index beside the one that answers. */
  synchronized void wantAnew() {
    wantsAnew = true;
  }

  /** Somebody read damaged bytes. */
  void markDamaged() {
    isDamaged = true;
  }

  void pause(boolean pauses) {
    isPaused = pauses;
  }

  synchronized boolean hasWork() {
    return !waiting.isEmpty() || hasSweepWork() || isDamaged || wantsAnew;
  }

  private synchronized boolean hasSweepWork() {
    return !isPaused && (sweep != null || missedSomething);
  }

  /** Whether everything taken in so far is on disk. */
  boolean isCommitted() {
    return shelves.all().stream().noneMatch(Shelf::isDirty);
  }

  boolean isSweeping() {
    return sweep != null;
  }

  IndexProgress progress() {
    @Nullable Sweep running = sweep;
    if (running == null && !isMissing()) {
      return IndexProgress.CURRENT;
    }
    IndexProgress.State state =
        isPaused ? IndexProgress.State.PAUSED : IndexProgress.State.INDEXING;
    return new IndexProgress(state, running == null ? 0 : running.done(), records);
  }

  private synchronized boolean isMissing() {
    return missedSomething;
  }

  /** Does one piece of the work there is; what people change comes first. */
  void step() throws IOException {
    if (isDamaged) {
      startOver();
    }
    Set<RecordId> changed = takeWaiting();
    if (!changed.isEmpty()) {
      apply(changed);
    } else if (takeAnew()) {
      endSweep();
      shelves.beginAnew();
      beginSweep();
    } else if (hasSweepWork()) {
      sweep();
    }
  }

  private void startOver() throws IOException {
    endSweep();
    shelves.replaceDamaged();
    isDamaged = false;
    missed();
  }

  /** Opens the index again after a failure; whatever was not on disk is swept in. */
  void reopen() throws IOException {
    endSweep();
    shelves.reopen();
    missed();
  }

  private synchronized void missed() {
    missedSomething = true;
  }

  private synchronized Set<RecordId> takeWaiting() {
    Set<RecordId> taken = new LinkedHashSet<>(waiting);
    waiting.clear();
    return taken;
  }

  private synchronized boolean takeAnew() {
    boolean wanted = wantsAnew;
    wantsAnew = false;
    return wanted;
  }

  private void sweep() throws IOException {
    @Nullable Sweep running = sweep;
    if (running == null) {
      beginSweep();
    } else if (!running.next()) {
      boolean wasEmpty = running.isFilling();
      endSweep();
      if (wasEmpty) {
        shelves.filled().fold();
      }
      shelves.filled().regroup();
      shelves.filled().refresh();
      commit();
      shelves.swap();
    }
  }

  private void beginSweep() throws IOException {
    synchronized (this) {
      missedSomething = false;
    }
    records = store.mark().records();
    sweep = new Sweep(store, shelves.filled());
  }

  private void endSweep() throws IOException {
    if (sweep != null) {
      sweep.close();
      sweep = null;
    }
  }

  private void apply(Set<RecordId> changed) throws IOException {
    if (sweep != null) {
      sweep.touched(changed);
    }
    List<RecordId> all = List.copyOf(changed);
    for (Shelf shelf : shelves.all()) {
      shelf.refresh();
    }
    for (int from = 0; from < all.size(); from += CHANGES_PAGE) {
      List<RecordId> page = all.subList(from, Math.min(all.size(), from + CHANGES_PAGE));
      Map<RecordId, RecordView> views = store.findAll(page);
      for (Shelf shelf : shelves.all()) {
        apply(shelf, page, views);
      }
    }
    for (Shelf shelf : shelves.all()) {
      shelf.refresh();
    }
  }

  private static void apply(Shelf shelf, List<RecordId> page, Map<RecordId, RecordView> views)
      throws IOException {
    Map<RecordId, Integer> known = shelf.stamps(page);
    for (RecordId id : page) {
      @Nullable RecordView view = views.get(id);
      @Nullable Integer stamp = known.get(id);
      List<Document> places = view == null ? List.of() : Documents.of(view);
      if (places.isEmpty()) {
        if (stamp != null) {
          shelf.remove(id);
        }
      } else if (stamp == null) {
        shelf.add(places);
      } else if (view != null && stamp != RecordStamp.of(view).stamp()) {
        shelf.replace(id, places);
      }
      if (view == null || !isContent(view)) {
        shelf.regroup();
      }
    }
  }

  private static boolean isContent(RecordView view) {
    return view.kind().equals(Segment.KIND.name()) || view.kind().equals(Memo.KIND.name());
  }

  /**
   * Forces what was taken in to disk. The mark is read before the last look at what waits: all that
   * happened before it was told by then.
   */
  void commit() throws IOException {
    String mark = store.mark().toString();
    boolean isCaughtUp = !hasWork() && !isMissing() && sweep == null;
    for (Shelf shelf : shelves.all()) {
      shelf.commit(isCaughtUp ? Optional.of(mark) : Optional.empty());
    }
  }

  @Override
  public void close() throws IOException {
    endSweep();
    shelves.close();
  }
}
