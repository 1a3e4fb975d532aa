package dev.throughline.desktop.search;

import dev.throughline.desktop.search.Matches.Place;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Looks up, in one part of the index, which of the found places belong to a record. */
final class PlaceReader {
  private final LeafReader leaf;
  private final FixedBitSet found;
  private final @Nullable TermsEnum owners;
  private @Nullable PostingsEnum docs;

  PlaceReader(LeafReader leaf, FixedBitSet found) throws IOException {
    this.leaf = leaf;
    this.found = found;
    @Nullable Terms terms = leaf.terms(IndexFields.OWNER);
    this.owners = terms == null ? null : terms.iterator();
  }

  void read(int group, RecordId owner, List<Place> places) throws IOException {
    if (owners == null || !owners.seekExact(IndexFields.bytes(owner))) {
      return;
    }
    PostingsEnum there = owners.postings(docs, PostingsEnum.NONE);
    docs = there;
    int doc = nextFound(there);
    if (doc == DocIdSetIterator.NO_MORE_DOCS) {
      return;
    }
    BinaryDocValues records = DocValues.getBinary(leaf, IndexFields.RECORD);
    SortedDocValues kinds = DocValues.getSorted(leaf, IndexFields.KIND);
    NumericDocValues at = DocValues.getNumeric(leaf, IndexFields.AT);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      if (records.advanceExact(doc) && kinds.advanceExact(doc) && at.advanceExact(doc)) {
        RecordId record = IndexFields.id(records.binaryValue());
        long place = at.longValue();
        HitKind.of(kinds.lookupOrd(kinds.ordValue()).utf8ToString())
            .ifPresent(kind -> places.add(new Place(group, kind, record, owner, place)));
      }
      doc = nextFound(there);
    }
  }

  private int nextFound(PostingsEnum there) throws IOException {
    int doc = there.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && !found.get(doc)) {
      doc = there.nextDoc();
    }
    return doc;
  }
}
