package dev.throughline.desktop.search;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordStamp;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * Brings an index to what the store holds, however far apart they are: goes over both by id, page
 * by page, and puts right what differs. Fills an empty index, mends one that missed something, and
 * can be broken off anywhere; the next sweep finds little left to do.
 */
final class Sweep implements AutoCloseable {
  /** Small enough that a save never waits long for the store. */
  private static final int PAGE = 400;

  private static final RecordId FIRST = new RecordId(new UUID(0, 0));
  private static final RecordId LAST = new RecordId(new UUID(-1, -1));

  private final LocalStore store;
  private final Shelf shelf;
  private final DirectoryReader before;
  private final List<IndexedStamps> leaves = new ArrayList<>();
  private final Set<RecordId> touched = new HashSet<>();
  private RecordId after = FIRST;
  private long done;

  Sweep(LocalStore store, Shelf shelf) throws IOException {
    this.store = store;
    this.shelf = shelf;
    this.before = shelf.snapshot();
    for (LeafReaderContext leaf : before.leaves()) {
      leaves.add(new IndexedStamps(leaf.reader()));
    }
  }

  /** Whether the index was empty when the sweep began. */
  boolean isFilling() {
    return before.maxDoc() == 0;
  }

  long done() {
    return done;
  }

  /** These were put right since the sweep began; what it knows of them is out of date. */
  void touched(Set<RecordId> records) {
    touched.addAll(records);
  }

  /** Does one page; answers whether there are more. */
  boolean next() throws IOException {
    List<RecordStamp> page = store.stamps(after.value(), PAGE);
    RecordId last = page.size() < PAGE ? LAST : page.getLast().id();
    Map<RecordId, Integer> indexed = new HashMap<>();
    for (IndexedStamps leaf : leaves) {
      leaf.between(after, last, indexed);
    }
    List<RecordId> differing = new ArrayList<>();
    Set<RecordId> gone = new HashSet<>(indexed.keySet());
    for (RecordStamp now : page) {
      Integer known = indexed.get(now.id());
      if (!now.trashed()) {
        gone.remove(now.id());
        if ((known == null || known != now.stamp()) && !touched.contains(now.id())) {
          differing.add(now.id());
        }
      }
    }
    put(differing, indexed.keySet());
    remove(gone);
    after = last;
    done += page.size();
    return !last.equals(LAST);
  }

  private void put(List<RecordId> differing, Set<RecordId> known) throws IOException {
    for (RecordView view : store.findAll(differing).values()) {
      List<Document> places = Documents.of(view);
      if (known.contains(view.id())) {
        shelf.replace(view.id(), places);
      } else if (!places.isEmpty()) {
        shelf.add(places);
      }
    }
  }

  private void remove(Set<RecordId> gone) throws IOException {
    for (RecordId id : gone) {
      if (!touched.contains(id)) {
        shelf.remove(id);
      }
    }
  }

  @Override
  public void close() throws IOException {
    before.close();
  }
}
