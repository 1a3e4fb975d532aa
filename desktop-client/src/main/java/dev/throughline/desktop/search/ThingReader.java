package dev.throughline.desktop.search;

import dev.throughline.desktop.search.Matches.Place;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks things up by what they are called. */
final class ThingReader {
  /** Of each kind so many are compared; past that one types another letter. */
  private static final int COMPARED_MAX = 300;

  private final LocalStore store;

  ThingReader(LocalStore store) {
    this.store = store;
  }

  List<Thing> read(PlaceSearcher searcher, FindQuery query, String typed, int countMax)
      throws IOException {
    BitSet all = new BitSet();
    all.set(0, searcher.groups().size());
    Questions questions = new Questions(searcher.getIndexReader());
    Matches matches =
        Matches.of(
            searcher,
            questions.of(query.wanted(), query.excluded(), Scope.Where.TITLES.kinds()),
            all);
    List<Place> places = matches.page(0, COMPARED_MAX);
    Map<RecordId, RecordView> views = store.findAll(places.stream().map(Place::record).toList());
    String begin = folded(typed);
    return places.stream()
        .flatMap(place -> Stream.ofNullable(thing(place, views.get(place.record()))))
        .sorted(Comparator.comparing(thing -> distance(thing, begin)))
        .limit(countMax)
        .toList();
  }

  private static @Nullable Thing thing(Place place, @Nullable RecordView view) {
    if (view == null || view.trashed()) {
      return null;
    }
    Optional<Interview> interview =
        Optional.of(view)
            .filter(one -> place.kind() == HitKind.INTERVIEW)
            .map(one -> Interview.from(one.id(), one.fields()));
    String detail = interview.flatMap(Interview::date).map(Object::toString).orElse("");
    return new Thing(place.kind(), view.id(), HitReader.title(view), detail);
  }

  /** 0 for the very words, 1 where the title begins so, 2 where words inside it do. */
  private static int distance(Thing thing, String begin) {
    String title = folded(thing.title());
    if (title.equals(begin)) {
      return 0;
    }
    return title.startsWith(begin) ? 1 : 2;
  }

  private static String folded(String text) {
    return String.join(
        " ", WordAnalyzer.words(text).stream().map(WordAnalyzer.Word::folded).toList());
  }
}
