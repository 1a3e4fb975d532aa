package dev.throughline.desktop.search;

import dev.throughline.desktop.search.Matches.Place;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
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
    Values values = new Values(leaf);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      values.read(doc, group, owner, places);
      doc = nextFound(there);
    }
  }

  /** Reads all places that were found and belong to one of the groups. */
  static void readAll(
      LeafReader leaf, FixedBitSet found, int[] groups, Map<Integer, List<Place>> places)
      throws IOException {
    SortedDocValues owners = DocValues.getSorted(leaf, IndexFields.OWNER);
    Values values = new Values(leaf);
    BitSetIterator docs = new BitSetIterator(found, found.approximateCardinality());
    int doc = docs.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      if (owners.advanceExact(doc)) {
        int group = groups[owners.ordValue()];
        @Nullable List<Place> inGroup = places.get(group);
        if (inGroup != null) {
          RecordId owner = IndexFields.id(owners.lookupOrd(owners.ordValue()));
          values.read(doc, group, owner, inGroup);
        }
      }
      doc = docs.nextDoc();
    }
  }

  /** What is written down of each place; read from the first to the last. */
  private static final class Values {
    private final BinaryDocValues records;
    private final SortedDocValues kinds;
    private final NumericDocValues at;

    Values(LeafReader leaf) throws IOException {
      this.records = DocValues.getBinary(leaf, IndexFields.RECORD);
      this.kinds = DocValues.getSorted(leaf, IndexFields.KIND);
      this.at = DocValues.getNumeric(leaf, IndexFields.AT);
    }

    void read(int doc, int group, RecordId owner, List<Place> places) throws IOException {
      if (records.advanceExact(doc) && kinds.advanceExact(doc) && at.advanceExact(doc)) {
        RecordId record = IndexFields.id(records.binaryValue());
        long place = at.longValue();
        HitKind.of(kinds.lookupOrd(kinds.ordValue()).utf8ToString())
            .ifPresent(kind -> places.add(new Place(group, kind, record, owner, place)));
      }
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
