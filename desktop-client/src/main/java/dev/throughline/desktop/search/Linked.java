package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The records of one kind with what they point to, as the index has them. */
final class Linked {
  record One(RecordId id, long at, Optional<RecordId> first, Optional<RecordId> second) {}

  private final List<One> all = new ArrayList<>();

  List<One> all() {
    return all;
  }

  void read(LeafReader leaf, String kind) throws IOException {
    @Nullable PostingsEnum places =
        leaf.postings(new Term(IndexFields.KIND, kind), PostingsEnum.NONE);
    if (places == null) {
      return;
    }
    @Nullable Bits live = leaf.getLiveDocs();
    BinaryDocValues ids = DocValues.getBinary(leaf, IndexFields.RECORD);
    BinaryDocValues links = DocValues.getBinary(leaf, IndexFields.LINKS);
    NumericDocValues at = DocValues.getNumeric(leaf, IndexFields.AT);
    for (int doc = places.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.nextDoc()) {
      if ((live == null || live.get(doc)) && ids.advanceExact(doc) && at.advanceExact(doc)) {
        RecordId id = IndexFields.id(ids.binaryValue());
        boolean isLinked = links.advanceExact(doc);
        BytesRef to = isLinked ? links.binaryValue() : new BytesRef();
        all.add(
            new One(
                id,
                at.longValue(),
                isLinked ? IndexFields.link(to, 0) : Optional.empty(),
                isLinked ? IndexFields.link(to, 1) : Optional.empty()));
      }
    }
  }
}
