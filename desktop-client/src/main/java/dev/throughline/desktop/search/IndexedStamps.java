package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads from one part of the index which records it holds, and as of which change. */
final class IndexedStamps {
  private final LeafReader leaf;
  private final @Nullable TermsEnum ids;
  private @Nullable PostingsEnum places;

  IndexedStamps(LeafReader leaf) throws IOException {
    this.leaf = leaf;
    @Nullable Terms terms = leaf.terms(IndexFields.ID);
    this.ids = terms == null ? null : terms.iterator();
  }

  /** Adds those of the records that are here. */
  void find(Iterable<RecordId> records, Map<RecordId, Integer> found) throws IOException {
    if (ids == null) {
      return;
    }
    for (RecordId record : records) {
      if (ids.seekExact(IndexFields.bytes(record))) {
        take(ids, record, found);
      }
    }
  }

  /** Adds every record that is here after one id and up to another. */
  void between(RecordId after, RecordId last, Map<RecordId, Integer> found) throws IOException {
    if (ids == null) {
      return;
    }
    BytesRef end = IndexFields.bytes(last);
    if (ids.seekCeil(IndexFields.bytes(after)) == TermsEnum.SeekStatus.END) {
      return;
    }
    @Nullable BytesRef term = ids.term();
    while (term != null && term.compareTo(end) <= 0) {
      RecordId record = IndexFields.id(term);
      if (!record.equals(after)) {
        take(ids, record, found);
      }
      term = ids.next();
    }
  }

  private void take(TermsEnum at, RecordId record, Map<RecordId, Integer> found)
      throws IOException {
    PostingsEnum docs = at.postings(places, PostingsEnum.NONE);
    places = docs;
    @Nullable Bits live = leaf.getLiveDocs();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        @Nullable NumericDocValues stamps = leaf.getNumericDocValues(IndexFields.STAMP);
        if (stamps != null && stamps.advanceExact(doc)) {
          found.put(record, (int) stamps.longValue());
        }
        return;
      }
    }
  }
}
