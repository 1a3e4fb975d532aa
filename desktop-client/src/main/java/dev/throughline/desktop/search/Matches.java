package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final Comparator<Place> AS_READ =
      Comparator.comparing(Place::kind)
          .thenComparing(Place::owner)
          .thenComparing(Place::at)
          .thenComparing(Place::record);

  /** So many places of a leaf are walked sooner than the words of a few groups are looked up. */
  private static final int FEW = 20_000;

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

  /** Places of one group that a page shows, from the one up to before the other. */
  private record Part(int group, int from, int to) {}

  /** Some of the places in their order: group after group, and as one reads inside them. */
  List<Place> page(long skip, int countMax) throws IOException {
    List<Part> parts = parts(skip, countMax);
    Map<Integer, List<Place>> places = read(parts);
    List<Place> page = new ArrayList<>();
    for (Part part : parts) {
      List<Place> inGroup = places.getOrDefault(part.group(), List.of());
      inGroup.sort(AS_READ);
      page.addAll(inGroup.subList(part.from(), part.to()));
    }
    return page;
  }

  private List<Part> parts(long skip, int countMax) {
    List<Part> parts = new ArrayList<>();
    long passed = 0;
    int left = countMax;
    for (int group = 0; group < counts.length && left > 0; group++) {
      long next = passed + counts[group];
      if (next > skip) {
        int from = (int) Math.max(0, skip - passed);
        int to = Math.min(counts[group], from + left);
        parts.add(new Part(group, from, to));
        left -= to - from;
      }
      passed = next;
    }
    return parts;
  }

  /** All places of these groups: the few of a leaf one by one, of many only what is theirs. */
  private Map<Integer, List<Place>> read(List<Part> parts) throws IOException {
    Map<Integer, List<Place>> places = new HashMap<>();
    parts.forEach(part -> places.put(part.group(), new ArrayList<>(counts[part.group()])));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      @Nullable FixedBitSet found = byLeaf[leaf.ord];
      if (found != null && found.cardinality() <= FEW) {
        SortedDocValues owners = DocValues.getSorted(leaf.reader(), IndexFields.OWNER);
        PlaceReader.readAll(leaf.reader(), found, searcher.groupsOf(leaf, owners), places);
      } else if (found != null) {
        PlaceReader reader = new PlaceReader(leaf.reader(), found);
        for (Map.Entry<Integer, List<Place>> group : places.entrySet()) {
          for (RecordId owner : searcher.groups().owners(group.getKey())) {
            reader.read(group.getKey(), owner, group.getValue());
          }
        }
      }
    }
    return places;
  }
}
