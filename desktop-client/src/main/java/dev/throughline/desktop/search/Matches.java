package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Every place that answers a question, as one bit each, and how many there are in each group. The
 * places themselves are looked up only for the page that is shown.
 */
final class Matches {
  /** A place in the index. */
  record Place(int group, HitKind kind, RecordId record, RecordId owner, long at) {}

  private final PlaceSearcher searcher;
  private final @Nullable FixedBitSet[] byLeaf;
  private final int[] counts;

  private Matches(PlaceSearcher searcher) {
    this.searcher = searcher;
    this.byLeaf = new FixedBitSet[searcher.getIndexReader().leaves().size()];
    this.counts = new int[searcher.groups().size()];
  }

  /** All places that answer a query and are in an allowed group. */
  static Matches of(PlaceSearcher searcher, Query query, BitSet allowed) throws IOException {
    Matches matches = new Matches(searcher);
    searcher.search(query, new Taking(matches.new All(allowed)));
    return matches;
  }

  /** The groups that hold a place that answers the query. */
  static BitSet groups(PlaceSearcher searcher, Query query) throws IOException {
    BitSet all = new BitSet();
    all.set(0, searcher.groups().size());
    Matches matches = of(searcher, query, all);
    BitSet groups = new BitSet();
    for (int group = 0; group < matches.counts.length; group++) {
      groups.set(group, matches.counts[group] > 0);
    }
    return groups;
  }

  PlaceSearcher searcher() {
    return searcher;
  }

  int count(int group) {
    return counts[group];
  }

  long places() {
    long sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  int interviews() {
    int interviews = 0;
    for (int group = 0; group < counts.length; group++) {
      boolean isInterview = searcher.groups().get(group).kind() == HitKind.INTERVIEW;
      interviews += isInterview && counts[group] > 0 ? 1 : 0;
    }
    return interviews;
  }

  /** One thread asks, so one collector takes everything. */
  private record Taking(All all) implements CollectorManager<All, Integer> {
    @Override
    public All newCollector() {
      return all;
    }

    @Override
    public Integer reduce(Collection<All> collectors) {
      return collectors.size();
    }
  }

  private final class All implements Collector {
    private final BitSet allowed;

    All(BitSet allowed) {
      this.allowed = allowed;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new InLeaf(leaf, allowed);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private final class InLeaf implements LeafCollector {
    private final SortedDocValues owners;
    private final int[] groups;
    private final BitSet allowed;
    private final FixedBitSet found;

    InLeaf(LeafReaderContext leaf, BitSet allowed) throws IOException {
      this.owners = DocValues.getSorted(leaf.reader(), IndexFields.OWNER);
      this.groups = searcher.groupsOf(leaf, owners);
      this.allowed = allowed;
      this.found = new FixedBitSet(leaf.reader().maxDoc());
      byLeaf[leaf.ord] = found;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) throws IOException {
      if (owners.advanceExact(doc)) {
        int group = groups[owners.ordValue()];
        if (group != Groups.NOWHERE && allowed.get(group)) {
          counts[group]++;
          found.set(doc);
        }
      }
    }
  }

  /** Some of the places in their order: group after group, and as one reads inside them. */
  List<Place> page(long skip, int countMax) throws IOException {
    List<Place> page = new ArrayList<>();
    long passed = 0;
    for (int group = 0; group < counts.length && page.size() < countMax; group++) {
      long next = passed + counts[group];
      if (next > skip) {
        int from = (int) Math.max(0, skip - passed);
        int to = Math.min(counts[group], from + countMax - page.size());
        page.addAll(inGroup(group).subList(from, to));
      }
      passed = next;
    }
    return page;
  }

  private List<Place> inGroup(int group) throws IOException {
    List<Place> places = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      @Nullable FixedBitSet found = byLeaf[leaf.ord];
      if (found != null) {
        PlaceReader reader = new PlaceReader(leaf.reader(), found);
        for (RecordId owner : searcher.groups().owners(group)) {
          reader.read(group, owner, places);
        }
      }
    }
    places.sort(
        Comparator.comparing(Place::kind)
            .thenComparing(Place::owner)
            .thenComparing(Place::at)
            .thenComparing(Place::record));
    return places;
  }
}
