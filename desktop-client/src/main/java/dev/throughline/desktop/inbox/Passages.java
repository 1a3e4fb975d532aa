package dev.throughline.desktop.inbox;

import dev.throughline.model.sync.TextMerge;
import dev.throughline.model.sync.TextMerge.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The passages of a text that both sides changed. Both stand in the merged text, one after the
 * other; from here one of them can be taken out again.
 */
record Passages(List<Overlap> overlaps) {
  private static final List<String> BETWEEN = List.of("", " ", "\n");

  Passages {
    overlaps = List.copyOf(overlaps);
  }

  static Passages of(String base, String shown, String kept) {
    return new Passages(TextMerge.merge(base, shown, kept).overlaps());
  }

  /** Where a passage stands in a text. */
  record Place(int start, int end) {}

  /** The places of all passages in the text; empty when one of them was edited since. */
  Optional<List<Place>> places(String text) {
    List<Place> places = new java.util.ArrayList<>();
    int from = 0;
    for (Overlap overlap : overlaps) {
      Optional<Place> place = place(text, overlap, from);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places.add(place.get());
      from = place.get().end();
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private static Optional<Place> place(String text, Overlap overlap, int from) {
    for (String between : BETWEEN) {
      String both = overlap.theirs() + between + overlap.ours();
      int at = both.isBlank() ? -1 : text.indexOf(both, from);
      if (at >= 0) {
        return Optional.of(new Place(at, at + both.length()));
      }
    }
    return Optional.empty();
  }

  /** The text with one side's words in each passage; empty when one of them was edited since. */
  Optional<String> with(String text, Function<Overlap, String> side) {
    return places(text)
        .map(
            places -> {
              StringBuilder chosen = new StringBuilder(text);
              for (int i = places.size() - 1; i >= 0; i--) {
                Place place = places.get(i);
                chosen.replace(place.start(), place.end(), side.apply(overlaps.get(i)));
              }
              return chosen.toString();
            });
  }

  /** The one passage as it stands in the text; empty when there are several, or none any more. */
  Optional<String> only(String text) {
    return places(text)
        .filter(places -> places.size() == 1)
        .map(places -> text.substring(places.getFirst().start(), places.getFirst().end()));
  }

  /** The text with other words in its one passage. */
  Optional<String> rewritten(String text, UnaryOperator<String> words) {
    return only(text).flatMap(passage -> with(text, _ -> words.apply(passage)));
  }
}
