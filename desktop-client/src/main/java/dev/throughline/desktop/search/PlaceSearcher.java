package dev.throughline.desktop.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/** The index as it was at one moment, with the groups of its places. Many threads. */
final class PlaceSearcher extends IndexSearcher {
  private final Groups groups;
  private final Map<Integer, int[]> byLeaf = new ConcurrentHashMap<>();

  PlaceSearcher(IndexReader reader, Groups groups) {
    super(reader);
    this.groups = groups;
    setQueryCache(null);
  }

  Groups groups() {
    return groups;
  }

  /** The group of every owner of a leaf, by the owner's number there. */
  int[] groupsOf(LeafReaderContext leaf, SortedDocValues owners) throws IOException {
    int[] known = byLeaf.get(leaf.ord);
    if (known != null) {
      return known;
    }
    int[] made = new int[owners.getValueCount()];
    for (int i = 0; i < made.length; i++) {
      made[i] = groups.of(IndexFields.id(owners.lookupOrd(i)));
    }
    byLeaf.put(leaf.ord, made);
    return made;
  }
}
