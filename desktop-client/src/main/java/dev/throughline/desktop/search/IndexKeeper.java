package dev.throughline.desktop.search;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordStamp;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.transcript.Segment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index in step with the store, in small steps on one thread: opens it, takes in what
 * changed, sweeps where something may have been missed, and remembers on disk how far it came.
 */
final class IndexKeeper implements AutoCloseable {
  /** Changed records read at once; a save waits no longer than for these. */
  private static final int CHANGES_PAGE = 250;

  /** Opens the folder of the index. */
  @FunctionalInterface
  interface Opening {
    Shelves open() throws IOException;
  }

  private final LocalStore store;
  private final IndexWork work;
  private final Opening opening;
  private volatile @Nullable Shelves shelves;
  private volatile @Nullable Sweep sweep;
  private volatile long records;

  IndexKeeper(LocalStore store, IndexWork work, Opening opening) {
    this.store = store;
    this.work = work;
    this.opening = opening;
  }

  /** The index that answers questions; empty until it is open. Any thread. */
  Optional<Shelf> serving() {
    return Optional.ofNullable(shelves).map(Shelves::serving);
  }

  boolean hasWork() {
    return shelves == null || work.isThere() || (sweep != null && !work.isPaused());
  }

  boolean isSweeping() {
    return sweep != null;
  }

  /** Whether everything taken in so far is on disk. */
  boolean isCommitted() {
    @Nullable Shelves open = shelves;
    return open == null || open.all().stream().noneMatch(Shelf::isDirty);
  }

  IndexProgress progress() {
    @Nullable Sweep running = sweep;
    if (shelves != null && running == null && !work.hasMissed()) {
      return IndexProgress.CURRENT;
    }
    IndexProgress.State state =
        work.isPaused() ? IndexProgress.State.PAUSED : IndexProgress.State.INDEXING;
    return new IndexProgress(state, running == null ? 0 : running.done(), records);
  }

  /** Does one piece of the work there is; what people change comes first. */
  void step() throws IOException {
    Shelves open = opened();
    if (work.takeDamaged()) {
      endSweep();
      work.missed();
      open.replaceDamaged();
    }
    Set<RecordId> changed = work.takeChanged();
    if (!changed.isEmpty()) {
      apply(open, changed);
    } else if (work.takeAnew()) {
      endSweep();
      open.beginAnew();
      beginSweep(open);
    } else if (!work.isPaused()) {
      sweep(open);
    }
  }

  private Shelves opened() throws IOException {
    @Nullable Shelves open = shelves;
    if (open != null) {
      return open;
    }
    Shelves fresh = opening.open();
    String mark = store.mark().toString();
    if (fresh.serving().mark().filter(mark::equals).isEmpty()) {
      work.missed();
    }
    shelves = fresh;
    return fresh;
  }

  /** Lets go of the index after a failure; the next step opens it again and sweeps. */
  void letGo() {
    try {
      close();
    } catch (IOException e) {
      System.getLogger(IndexKeeper.class.getName())
          .log(System.Logger.Level.WARNING, "the search index could not be closed", e);
    }
    work.missed();
  }

  private void sweep(Shelves open) throws IOException {
    @Nullable Sweep running = sweep;
    if (running == null) {
      if (work.hasMissed()) {
        beginSweep(open);
      }
    } else if (!running.next()) {
      endSweep();
      if (running.isFilling()) {
        open.filled().fold();
      }
      open.filled().regroup();
      open.filled().refresh();
      commit();
      open.swap();
    }
  }

  private void beginSweep(Shelves open) throws IOException {
    work.takeMissed();
    try {
      records = store.mark().records();
      sweep = new Sweep(store, open.filled());
    } catch (IOException | RuntimeException e) {
      work.missed();
      throw e;
    }
  }

  private void endSweep() throws IOException {
    @Nullable Sweep running = sweep;
    sweep = null;
    if (running != null) {
      running.close();
    }
  }

  private void apply(Shelves open, Set<RecordId> changed) throws IOException {
    try {
      @Nullable Sweep running = sweep;
      if (running != null) {
        running.touched(changed);
      }
      for (Shelf shelf : open.all()) {
        shelf.refresh();
      }
      List<RecordId> all = List.copyOf(changed);
      for (int from = 0; from < all.size(); from += CHANGES_PAGE) {
        List<RecordId> page = all.subList(from, Math.min(all.size(), from + CHANGES_PAGE));
        Map<RecordId, RecordView> views = store.findAll(page);
        for (Shelf shelf : open.all()) {
          apply(shelf, page, views);
        }
      }
      for (Shelf shelf : open.all()) {
        shelf.refresh();
      }
    } catch (IOException | RuntimeException e) {
      work.missed();
      throw e;
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
    @Nullable Shelves open = shelves;
    if (open == null) {
      return;
    }
    String mark = store.mark().toString();
    boolean isCaughtUp = !work.isThere() && !work.hasMissed() && sweep == null;
    for (Shelf shelf : open.all()) {
      shelf.commit(isCaughtUp ? Optional.of(mark) : Optional.empty());
    }
  }

  @Override
  public void close() throws IOException {
    @Nullable Shelves open = shelves;
    shelves = null;
    try {
      endSweep();
    } finally {
      if (open != null) {
        open.close();
      }
    }
  }
}
